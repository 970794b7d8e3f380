/** What the default database can do, which decides what the page shows. */
import { post } from './fetcher.ts';
import { tokenHeaders } from './token.tsx';

/** The page must open even where nothing answers. */
const PATIENCE_MS = 1000;

/** None where the gateway does not tell, for example without a token. */
export async function readCapabilities(): Promise<readonly string[]> {
  const unknown = new Promise<readonly string[]>((resolve) => setTimeout(resolve, PATIENCE_MS, []));
  const asked = post({ query: '{ database { capabilities } }' }, tokenHeaders()).then(capabilitiesIn, () => []);
  return Promise.race([asked, unknown]);
}

function capabilitiesIn(answer: unknown): readonly string[] {
  const { data } = answer as {
    readonly data?: { readonly database?: { readonly capabilities?: readonly string[] } | null } | null;
  };
  return data?.database?.capabilities ?? [];
}
