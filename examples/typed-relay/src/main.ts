/** Lists, pages, edits and deletes rows of a typed graph. Run `npm start` here while the gateway runs. */
import {
  commitMutation,
  type FetchQueryFetchPolicy,
  fetchQuery,
  type GraphQLTaggedNode,
  type MutationParameters,
} from 'relay-runtime';
import byKeyQuery, { type airportsByKeyQuery } from './__generated__/airportsByKeyQuery.graphql';
import createMutation, { type airportsCreateMutation } from './__generated__/airportsCreateMutation.graphql';
import deleteMutation, { type airportsDeleteMutation } from './__generated__/airportsDeleteMutation.graphql';
import nodeQuery, { type airportsNodeQuery } from './__generated__/airportsNodeQuery.graphql';
import listQuery, { type airportsQuery } from './__generated__/airportsQuery.graphql';
import updateMutation, { type airportsUpdateMutation } from './__generated__/airportsUpdateMutation.graphql';
import { environment } from './environment';

const where = { state: { eq: 'HI' } };

/** From the store: all pages that were read so far. */
const FROM_STORE = { fetchPolicy: 'store-or-network' } satisfies { fetchPolicy: FetchQueryFetchPolicy };

async function readAirports() {
  const first = await fetchQuery<airportsQuery>(environment, listQuery, { where }).toPromise();
  const after = first?.airports?.pageInfo.endCursor;
  await fetchQuery<airportsQuery>(environment, listQuery, { where, after }).toPromise();
  const both = await fetchQuery<airportsQuery>(environment, listQuery, { where }, FROM_STORE).toPromise();
  console.log(`${first?.airports?.edges.length} airports, and ${both?.airports?.edges.length} with the second page`);
}

/** A connection of an object that is known by its id alone. */
async function readDepartures(iata: string) {
  const airport = await fetchQuery<airportsByKeyQuery>(environment, byKeyQuery, { iata }).toPromise();
  const nodeId = airport?.airports_by_key?.nodeId ?? '';
  const read = (after?: string | null, options?: typeof FROM_STORE) =>
    fetchQuery<airportsNodeQuery>(environment, nodeQuery, { nodeId, after }, options).toPromise();
  const first = (await read())?.node;
  if (first?.__typename !== 'airports') throw new Error(`There is no airport ${iata}.`);
  await read(first.departures?.pageInfo.endCursor);
  const both = (await read(undefined, FROM_STORE))?.node;
  if (both?.__typename !== 'airports') throw new Error(`There is no airport ${iata}.`);
  for (const { node } of both.departures?.edges ?? []) console.log(node.day, node.departure, 'to', node.to?.name);
}

/** The messages of its errors; none when it is done. */
function mutate<Mutation extends MutationParameters>(mutation: GraphQLTaggedNode, variables: Mutation['variables']) {
  return new Promise<readonly string[]>((resolve, reject) => {
    commitMutation<Mutation>(environment, {
      mutation,
      variables,
      onCompleted: (_, errors) => resolve(errors?.map(({ message }) => message) ?? []),
      onError: reject,
    });
  });
}

async function nameOf(iata: string) {
  const data = await fetchQuery<airportsByKeyQuery>(environment, byKeyQuery, { iata }, FROM_STORE).toPromise();
  return data?.airports_by_key?.name;
}

async function changeAirports() {
  console.log('twice:', ...(await mutate<airportsCreateMutation>(createMutation, { input: { iata: 'HNL' } })));
  await mutate<airportsCreateMutation>(createMutation, { input: { iata: 'ZZ3', name: 'Nowhere', state: 'HI' } });
  console.log('created', await nameOf('ZZ3'));
  await mutate<airportsUpdateMutation>(updateMutation, { input: { key: { iata: 'ZZ3' }, set: { name: 'Somewhere' } } });
  console.log('renamed', await nameOf('ZZ3'));
  await mutate<airportsDeleteMutation>(deleteMutation, { key: { iata: 'ZZ3' } });
  console.log('deleted', await nameOf('ZZ3'));
}

async function main() {
  await readAirports();
  await readDepartures('HNL');
  await changeAirports();
}

main();
