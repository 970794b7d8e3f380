/** The graphs of this gateway: the universal one, and those of the keyspaces that the token may see. */
import { post } from './fetcher.ts';
import { tokenHeaders } from './token.tsx';

export interface Surface {
  readonly name: string;
  /** Its page answers browsers at the same path. */
  readonly path: string;
}

/** Path of the universal graph. */
export const ENDPOINT = document.getElementById('explorer')?.dataset.endpoint ?? '/graphql';
/** Path of the graph that this page is about. */
export const HERE = location.pathname.replace(/\/$/, '');
/** Whether that is the typed graph of a keyspace. */
export const IS_TYPED = HERE !== ENDPOINT;

const QUERY = '{ database { keyspaces { name typedEndpoint } } }';

/** The universal graph alone where the gateway does not tell more, for example without a token. */
export async function readSurfaces(): Promise<readonly Surface[]> {
  const answer = (await post({ query: QUERY }, tokenHeaders(), ENDPOINT).catch(() => ({}))) as {
    readonly data?: {
      readonly database?: {
        readonly keyspaces?: readonly { readonly name: string; readonly typedEndpoint: string }[] | null;
      } | null;
    };
  };
  const keyspaces = answer.data?.database?.keyspaces ?? [];
  return [
    { name: 'universal graph', path: ENDPOINT },
    ...keyspaces.map(({ name, typedEndpoint }) => ({ name, path: typedEndpoint })),
  ];
}
