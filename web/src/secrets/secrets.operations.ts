import { graphql } from '../graphql/generated/gql.js';

export const Secrets = graphql(`
  query Secrets($first: Int, $after: String) {
    secrets(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...SecretRow
      }
    }
  }
  fragment SecretRow on Secret {
    id
    name
    header
    hosts
    updatedAt
  }
`);

export const CreateSecret = graphql(`
  mutation CreateSecret($input: CreateSecretInput!) {
    createSecret(input: $input) {
      secret {
        ...SecretRow
      }
      problems {
        code
        message
        path
      }
    }
  }
`);

export const ReplaceSecret = graphql(`
  mutation ReplaceSecret($id: ID!, $input: ReplaceSecretInput!) {
    replaceSecret(id: $id, input: $input) {
      secret {
        ...SecretRow
      }
      problems {
        code
        message
        path
      }
    }
  }
`);

export const DeleteSecret = graphql(`
  mutation DeleteSecret($id: ID!) {
    deleteSecret(id: $id) {
      deletedId
    }
  }
`);
