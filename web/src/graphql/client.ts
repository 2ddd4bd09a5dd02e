import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { from, switchMap, tap, throwError } from 'rxjs';
import { currentAccessToken, renewAccessToken } from '../session/session-api.js';
import { useSessionStore } from '../session/session-store.js';
import { setReachable } from './api-state.js';
import { liveSocket } from './live-socket.js';

const authenticated = new SetContextLink(async ({ headers }) => {
  const token = await currentAccessToken();
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  return { headers: { ...(headers as Record<string, string> | undefined), ...authorization } };
});

/** A token can be refused before its end (the API got a new secret): renew it once and ask again. */
const renewed = new ErrorLink(({ error, operation, forward }) => {
  if (!CombinedGraphQLErrors.is(error)) {
    setReachable(false);
    return undefined;
  }
  const { session } = useSessionStore.getState();
  const refused = error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
  if (!refused || !session || operation.getContext()['renewed'] === true) return undefined;
  operation.setContext({ renewed: true });
  return from(renewAccessToken(session)).pipe(
    switchMap((token) => {
      if (token === null) return throwError(() => error);
      operation.setContext({ headers: { authorization: `Bearer ${token}` } });
      return forward(operation);
    }),
  );
});

const noticing = new ApolloLink((operation, forward) =>
  forward(operation).pipe(tap({ next: () => setReachable(true) })),
);

const overHttp = ApolloLink.from([
  authenticated,
  renewed,
  noticing,
  new HttpLink({ uri: '/graphql', headers: { 'apollo-require-preflight': 'true' } }),
]);

/** The normalised cache: an `executionUpdated` message updates list, detail and canvas by itself. */
export const apollo = new ApolloClient({
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(liveSocket),
    overHttp,
  ),
  cache: new InMemoryCache({
    typePolicies: {
      Execution: { fields: { steps: { merge: false } } },
      ExecutionStep: { keyFields: false },
      StepTypeInfo: { keyFields: ['type'] },
    },
  }),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
});
