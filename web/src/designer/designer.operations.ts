import { graphql } from '../graphql/generated/gql.js';

export const DesignedWorkflow = graphql(`
  query DesignedWorkflow($id: ID!) {
    workflow(id: $id) {
      ...DesignedWorkflowParts
    }
  }
  fragment DesignedWorkflowParts on Workflow {
    id
    name
    description
    status
    version
    tags
    definition
    updatedAt
    publishedAt
    publishedVersion {
      id
      number
      definition
    }
    collection {
      id
      name
    }
  }
`);

export const SaveWorkflow = graphql(`
  mutation SaveWorkflow($id: ID!, $input: UpdateWorkflowInput!) {
    updateWorkflow(id: $id, input: $input) {
      workflow {
        ...DesignedWorkflowParts
      }
      problems {
        ...ProblemLine
      }
    }
  }
`);

export const PublishWorkflow = graphql(`
  mutation PublishWorkflow($id: ID!, $note: String) {
    publishWorkflow(id: $id, note: $note) {
      workflow {
        ...DesignedWorkflowParts
      }
      problems {
        ...ProblemLine
      }
    }
  }
`);

export const RunnableWorkflows = graphql(`
  query RunnableWorkflows {
    workflows(first: 100, filter: { status: PUBLISHED }) {
      nodes {
        id
        name
        publishedVersion {
          id
          definition
        }
      }
    }
  }
`);
