/**
 * Removes the secrets of a request from errors and logs: tokens, and variables and arguments whose name contains password,
 * secret or token. GraphQL quotes invalid values in errors, and upstream may quote anything.
 */
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Auth } from '../access/tokens.ts';
import { requestStateOf } from '../shared/request-state.ts';
import { createSecretHider } from '../shared/secret-hider.ts';
import { spellingsOf } from '../shared/secret-spellings.ts';

const SECRET_NAME = /password|secret|token/i;
/** In a document: a string, block string or number after such a name. The bounds keep it linear. */
const SECRET_LITERAL =
  /(?:password|secret|token)\w{0,40}\s{0,20}:\s{0,20}(?:"""([\s\S]*?)"""|"((?:[^"\\\n]|\\.)*)"|(-?\d[\d.eE+-]*))/gi;

/** Secrets are collected when a first text needs it, once for a request. */
export function useSecrets(auth: Pick<Auth, 'token'>): Plugin {
  return {
    onParams({ request, params }) {
      let hide: ((text: string) => string) | undefined;
      requestStateOf(request).hideSecrets = (text) => {
        hide ??= createSecretHider([...tokensOf(request, auth), ...secretsOf(params)].flatMap(spellingsOf));
        return hide(text);
      };
    },
  };
}

/** Whether a document contains a secret as a literal. */
export function holdsSecret(document: string): boolean {
  return document.search(SECRET_LITERAL) !== -1;
}

function tokensOf({ headers }: Request, { token }: Pick<Auth, 'token'>): string[] {
  const authorization = headers.get('authorization')?.replace(/^\w+\s+/, '');
  return [authorization, headers.get('x-cassandra-token'), token].flatMap((value) => value?.trim() || []);
}

/** Checks types, because the request may have been refused for them. */
function secretsOf({ query, variables }: GraphQLParams): string[] {
  const document: unknown = query;
  const literals = [...(typeof document === 'string' ? document : '').matchAll(SECRET_LITERAL)].flatMap(
    ([, block, text = block ?? '', number]) => [number ?? text, text.replace(/\\(.)/g, '$1')],
  );
  const secrets: string[] = [...literals];
  collectValues(variables, false, secrets);
  return secrets;
}

/** Adds the texts and numbers below a secret name. The request parser bounds the depth of variables. */
function collectValues(value: unknown, isSecret: boolean, secrets: string[]): void {
  if (Array.isArray(value)) for (const item of value) collectValues(item, isSecret, secrets);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value))
      collectValues(member, isSecret || SECRET_NAME.test(name), secrets);
  } else if (isSecret && (typeof value === 'string' || typeof value === 'number')) secrets.push(String(value));
}
