import { graphql } from '../graphql/generated/gql.js';

export const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ...Authenticated
    }
  }
  fragment Authenticated on AuthPayload {
    accessToken
    refreshToken
    expiresAt
    user {
      id
      email
      displayName
      role
    }
  }
`);

export const RefreshSession = graphql(`
  mutation RefreshSession($refreshToken: String!) {
    refreshSession(refreshToken: $refreshToken) {
      ...Authenticated
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut($refreshToken: String!) {
    signOut(refreshToken: $refreshToken)
  }
`);
