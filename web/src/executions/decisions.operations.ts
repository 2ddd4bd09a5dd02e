import { graphql } from '../graphql/generated/gql.js';

export const RetryStep = graphql(`
  mutation RetryStep($id: ID!, $path: String!, $configuration: JSON) {
    retryStep(id: $id, path: $path, configuration: $configuration) {
      ...Answered
    }
  }
`);

export const SkipStep = graphql(`
  mutation SkipStep($id: ID!, $path: String!, $output: JSON) {
    skipStep(id: $id, path: $path, output: $output) {
      ...Answered
    }
  }
`);

export const GiveUpStep = graphql(`
  mutation GiveUpStep($id: ID!, $path: String!) {
    giveUpStep(id: $id, path: $path) {
      ...Answered
    }
  }
`);

export const Approve = graphql(`
  mutation Approve($id: ID!, $path: String!, $approved: Boolean!, $comment: String) {
    approve(id: $id, path: $path, approved: $approved, comment: $comment) {
      ...Answered
    }
  }
`);

export const SendEvent = graphql(`
  mutation SendEvent($id: ID!, $name: String!, $payload: JSON, $path: String) {
    sendEvent(id: $id, name: $name, payload: $payload, path: $path) {
      ...Answered
    }
  }
`);

export const SetVariable = graphql(`
  mutation SetVariable($id: ID!, $scopePath: String, $name: String!, $value: JSON) {
    setVariable(id: $id, scopePath: $scopePath, name: $name, value: $value) {
      ...Answered
    }
  }
`);
