import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { typePolicies } from './type-policies';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'all';
      }
    }
  }
}

export const client = new ApolloClient({
  link: new HttpLink({ uri: import.meta.env.VITE_GATEWAY_URL ?? 'http://localhost:4000/graphql/travel' }),
  cache: new InMemoryCache({ typePolicies }),
  // What could be read is shown beside the errors of what could not, and a write that fails throws nothing.
  defaultOptions: { watchQuery: { errorPolicy: 'all' }, mutate: { errorPolicy: 'all' } },
});
