import { graphql } from '../graphql/generated/gql.js';

export const Executions = graphql(`
  query Executions($first: Int, $after: String, $filter: ExecutionFilter) {
    executions(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ExecutionRow
      }
    }
  }
  fragment ExecutionRow on Execution {
    id
    name
    status
    progressPercentage
    version
    input
    createdAt
    startedAt
    completedAt
    error {
      code
      message
      stepId
    }
    workflow {
      id
      name
    }
  }
`);

export const WatchedExecution = graphql(`
  query WatchedExecution($id: ID!) {
    execution(id: $id) {
      ...LiveExecution
      definition
      temporalUrl
      temporalWorkflowId
      workflow {
        id
        name
      }
      parent {
        id
        name
      }
      parentPath
      trigger
      bulk {
        rows
        concurrency
        itemErrors
      }
      rerunOf {
        id
        name
      }
    }
  }
  fragment LiveExecution on Execution {
    id
    name
    status
    progressPercentage
    sequence
    input
    output
    version
    createdAt
    startedAt
    completedAt
    error {
      code
      message
      stepId
      path
      attempt
    }
    stepsOmitted
    steps {
      ...StepRow
    }
  }
  fragment StepRow on ExecutionStep {
    path
    parentPath
    iteration
    stepId
    type
    name
    status
    attempt
    reused
    reason
    waitsFor
    dueAt
    approval {
      message
      assignees
    }
    configuration
    output
    warnings
    startedAt
    completedAt
    durationMs
    error {
      code
      message
      stepId
      path
      attempt
    }
    progress {
      done
      total
      message
    }
  }
`);

export const ExecutionUpdated = graphql(`
  subscription ExecutionUpdated($id: ID!) {
    executionUpdated(id: $id) {
      ...LiveExecution
    }
  }
`);

export const ExecutionEvents = graphql(`
  subscription ExecutionEvents($id: ID!, $after: Int) {
    executionEvents(id: $id, after: $after) {
      ...LoggedEvent
    }
  }
  fragment LoggedEvent on ExecutionEvent {
    sequence
    at
    level
    kind
    path
    message
    data
  }
`);

export const StartExecution = graphql(`
  mutation StartExecution($input: StartExecutionInput!) {
    startExecution(input: $input) {
      ...Answered
    }
  }
  fragment Answered on ExecutionPayload {
    execution {
      id
      status
    }
    problems {
      ...ProblemLine
    }
  }
`);

export const PauseExecution = graphql(`
  mutation PauseExecution($id: ID!, $path: String) {
    pauseExecution(id: $id, path: $path) {
      ...Answered
    }
  }
`);

export const ResumeExecution = graphql(`
  mutation ResumeExecution($id: ID!, $path: String) {
    resumeExecution(id: $id, path: $path) {
      ...Answered
    }
  }
`);

export const CancelExecution = graphql(`
  mutation CancelExecution($id: ID!) {
    cancelExecution(id: $id) {
      ...Answered
    }
  }
`);
