import { graphql } from '../../graphql/generated/gql.js';

export const RerunPlan = graphql(`
  query RerunPlan($id: ID!, $from: String, $definition: JSON) {
    rerunPlan(id: $id, from: $from, definition: $definition) {
      reused {
        path
        stepId
      }
      reusedCount
      runs {
        path
        stepId
        reason
      }
      runsCount
      complete
      problems {
        ...ProblemLine
      }
    }
  }
`);

export const Rerun = graphql(`
  mutation Rerun($id: ID!, $from: String, $definition: JSON) {
    rerun(id: $id, from: $from, definition: $definition) {
      ...Answered
    }
  }
`);
