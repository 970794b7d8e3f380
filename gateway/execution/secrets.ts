/**
 * Keeps what a request brought in confidence out of texts that others may come to read: tokens, and members of variables and
 * arguments that are called a password, secret or token. GraphQL quotes values that do not fit, and upstream may quote anything.
 */
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Auth } from '../access/tokens.ts';
import { requestStateOf } from '../shared/request-state.ts';
import { createSecretHider } from '../shared/secret-hider.ts';

const SECRET_NAME = /password|secret|token/i;
/** In a document: a string, block string or number behind such a name. Bounded, so that no text makes it slow. */
const SECRET_LITERAL =
  /(?:password|secret|token)\w{0,40}\s{0,20}:\s{0,20}(?:"""([\s\S]*?)"""|"((?:[^"\\\n]|\\.)*)"|(-?\d[\d.eE+-]*))/gi;
/** Nothing is looked for unless there is a text to keep it out of, and then once for all texts of a request. */
export function useSecrets(auth: Pick<Auth, 'token'>): Plugin {
  return {
    onParams({ request, params }) {
      let hide: ((text: string) => string) | undefined;
      requestStateOf(request).hideSecrets = (text) => {
        hide ??= createSecretHider([...tokensOf(request, auth), ...secretsOf(params)]);
        return hide(text);
      };
    },
  };
}

/** Whether a document has a secret written into it. */
export function holdsSecret(document: string): boolean {
  return document.search(SECRET_LITERAL) !== -1;
}

function tokensOf({ headers }: Request, { token }: Pick<Auth, 'token'>): string[] {
  const authorization = headers.get('authorization')?.replace(/^\w+\s+/, '');
  return [authorization, headers.get('x-cassandra-token'), token].flatMap((value) => value?.trim() || []);
}

/** The request may have been refused for its types, so they are not relied upon. */
function secretsOf({ query, variables }: GraphQLParams): string[] {
  const document: unknown = query;
  const literals = [...(typeof document === 'string' ? document : '').matchAll(SECRET_LITERAL)].flatMap(
    ([, block, text = block ?? '', number]) => [number ?? text, text.replace(/\\(.)/g, '$1')],
  );
  const secrets: string[] = [...literals];
  collectValues(variables, false, secrets);
  return secrets;
}

/** Adds the texts and numbers that stand under a secret's name. How deep variables are is bounded when they are read. */
function collectValues(value: unknown, isSecret: boolean, secrets: string[]): void {
  if (Array.isArray(value)) for (const item of value) collectValues(item, isSecret, secrets);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value))
      collectValues(member, isSecret || SECRET_NAME.test(name), secrets);
  } else if (isSecret && (typeof value === 'string' || typeof value === 'number')) secrets.push(String(value));
}
