import { graphql } from '../graphql/generated/gql.js';

export const Workflows = graphql(`
  query Workflows($first: Int, $after: String, $filter: WorkflowFilter) {
    workflows(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...WorkflowCard
      }
    }
  }
  fragment WorkflowCard on Workflow {
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
    }
    collection {
      id
      name
    }
  }
`);

export const CreateWorkflow = graphql(`
  mutation CreateWorkflow($input: CreateWorkflowInput!) {
    createWorkflow(input: $input) {
      workflow {
        ...WorkflowCard
      }
      problems {
        ...ProblemLine
      }
    }
  }
  fragment ProblemLine on Problem {
    code
    severity
    message
    path
    stepId
    connectionId
    field
    span {
      start
      end
    }
  }
`);

export const DuplicateWorkflow = graphql(`
  mutation DuplicateWorkflow($id: ID!, $name: String) {
    duplicateWorkflow(id: $id, name: $name) {
      workflow {
        ...WorkflowCard
      }
      problems {
        ...ProblemLine
      }
    }
  }
`);

export const DeleteWorkflow = graphql(`
  mutation DeleteWorkflow($id: ID!) {
    deleteWorkflow(id: $id) {
      deletedId
    }
  }
`);

export const ArchiveWorkflow = graphql(`
  mutation ArchiveWorkflow($id: ID!) {
    archiveWorkflow(id: $id) {
      workflow {
        id
        status
      }
      problems {
        ...ProblemLine
      }
    }
  }
`);
