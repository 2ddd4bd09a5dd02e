import { graphql } from '../../graphql/generated/gql.js';

export const StartBulkExecution = graphql(`
  mutation StartBulkExecution($input: StartBulkExecutionInput!) {
    startBulkExecution(input: $input) {
      ...Answered
    }
  }
`);

export const RerunFailedRows = graphql(`
  mutation RerunFailedRows($id: ID!) {
    rerunFailedRows(id: $id) {
      ...Answered
    }
  }
`);

export const ExecutionRows = graphql(`
  query ExecutionRows($id: ID!, $statuses: [RowStatus!], $from: Int, $first: Int, $after: String) {
    executionRows(id: $id, statuses: $statuses, from: $from, first: $first, after: $after) {
      totalCount
      counts {
        pending
        running
        waiting
        blocked
        completed
        failed
        cancelled
        notRun
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...BulkRowParts
      }
    }
  }
  fragment BulkRowParts on BulkRow {
    number
    path
    status
    input
    result
    durationMs
    error {
      code
      message
      stepId
      path
      attempt
    }
  }
`);
