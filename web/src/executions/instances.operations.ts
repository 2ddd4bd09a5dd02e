import { graphql } from '../graphql/generated/gql.js';

/** What stands directly in one place of an execution: steps of a scope instance, or rounds of a loop. */
export const StepsIn = graphql(`
  query StepsIn($id: ID!, $parentPath: String!, $statuses: [StepStatus!], $first: Int, $after: String) {
    executionSteps(id: $id, parentPath: $parentPath, statuses: $statuses, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...StepRow
      }
    }
  }
`);

export const LoopTotals = graphql(`
  query LoopTotals($id: ID!, $loop: String!) {
    succeeded: executionSteps(id: $id, parentPath: $loop, statuses: [COMPLETED], first: 1) {
      totalCount
    }
    failed: executionSteps(id: $id, parentPath: $loop, statuses: [FAILED], first: 1) {
      totalCount
    }
    ended: executionSteps(id: $id, parentPath: $loop, first: 1) {
      totalCount
    }
  }
`);

export const ExecutionChildren = graphql(`
  query ExecutionChildren($id: ID!) {
    execution(id: $id) {
      id
      children(first: 50) {
        nodes {
          id
          name
          status
          parentPath
        }
      }
    }
  }
`);

export const ExecutionVariables = graphql(`
  query ExecutionVariables($id: ID!, $after: String) {
    execution(id: $id) {
      id
      variables(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          scopePath
          name
          value
          setAt
        }
      }
    }
  }
`);
