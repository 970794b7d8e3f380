/**
 * Keeps what a request brought in confidence out of texts that others may come to read: tokens, and members of variables and
 * arguments that are called a password, secret or token. GraphQL quotes values that do not fit, and upstream may quote anything.
 */
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Auth } from '../auth.ts';
import { exchangeOf } from '../exchange.ts';

const HIDDEN = '[secret]';
const SECRET_NAME = /password|secret|token/i;
/** In a document: a string, block string or number behind such a name. Bounded, so that no text makes it slow. */
const SECRET_LITERAL =
  /(?:password|secret|token)\w{0,40}\s{0,20}:\s{0,20}(?:"""([\s\S]*?)"""|"((?:[^"\\\n]|\\.)*)"|(-?\d[\d.eE+-]*))/gi;
/** To take out shorter ones would tell more than it hides, and tear other words apart. */
const MIN_LENGTH = 4;
/** Nobody has that many; a request that is made to have them must not keep the process busy. */
const MAX_SECRETS = 1000;
const MAX_DEPTH = 50;

/** Nothing is looked for unless there is a text to keep it out of. */
export function useSecrets(auth: Pick<Auth, 'token'>): Plugin {
  return {
    onParams({ request, params }) {
      exchangeOf(request).secrets = () => [...tokensOf(request, auth), ...secretsOf(params)].slice(0, MAX_SECRETS);
    },
  };
}

/** @param secrets - taken out as they are, and as JSON spells them */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  const longestFirst = forms.filter(({ length }) => length >= MIN_LENGTH).toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((hidden, form) => hidden.replaceAll(form, HIDDEN), text);
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
  return [...literals, ...valuesUnder(variables, false, 0)];
}

/** Texts and numbers that stand under a secret's name. */
function valuesUnder(value: unknown, isSecret: boolean, depth: number): string[] {
  if (typeof value === 'string' || typeof value === 'number') return isSecret ? [String(value)] : [];
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    valuesUnder(member, isSecret || SECRET_NAME.test(name), depth + 1),
  );
}
