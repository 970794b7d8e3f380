/** Caches parsed documents, parse errors and validations, so that a repeated operation is parsed and validated once. */
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type BoundedCache, createBoundedCache } from '../../datasources/shared/bounded-cache.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import { holdsSecret } from './secrets.ts';
import { surfaceKey, surfaceOf } from './surface.ts';

/** Clients rarely repeat longer documents. */
const MAX_LENGTH = 50_000;
const MAX_DOCUMENTS = 1000;
/** Characters of all documents together. A parsed document takes up to 200 bytes for each of them. */
const MAX_TOTAL_LENGTH = 1_000_000;

/** By surface and text. */
export interface DocumentCaches {
  readonly parsed: BoundedCache<DocumentNode>;
  readonly errors: BoundedCache<Error>;
}

export function createDocumentCaches(): DocumentCaches {
  return { parsed: createTextCache(), errors: createTextCache() };
}

function createTextCache<T extends object>(): BoundedCache<T> {
  const weight = { max: MAX_TOTAL_LENGTH, of: (_: T, key: string) => key.length };
  return createBoundedCache<T>({ maxEntries: MAX_DOCUMENTS, weight });
}

/** A list of rules is made anew for each request, and holds the same rules. */
function createRulesKey(): (rules: readonly ValidationRule[]) => string {
  let last: readonly ValidationRule[] = [];
  let key = '';
  return (rules) => {
    if (rules.length === last.length && rules.every((rule, index) => rule === last[index])) return key;
    last = [...rules];
    key = rules.map(({ name }) => name).join();
    return key;
  };
}

/** Runs before the plugins that refuse documents. A document keeps its validation for each schema and set of rules. */
export function useDocumentCache({ parsed, errors }: DocumentCaches): Plugin {
  const keyOf = createRulesKey();
  const validations = memoize((_: GraphQLSchema) => memoize((_: DocumentNode) => new Map<string, readonly Error[]>()));
  return {
    onParse({ context, params, setParsedDocument }) {
      const text = params.source.toString();
      const key = `${surfaceKey(surfaceOf((context as { request: Request }).request))}\n${text}`;
      const document = parsed.get(key);
      if (document) return setParsedDocument(document);
      const error = errors.get(key);
      if (error) throw error;
      // A document with a password or token in it is not kept: such values belong into variables.
      if (text.length > MAX_LENGTH || holdsSecret(text)) return undefined;
      return ({ result }) => {
        if (result instanceof Error) errors.set(key, result);
        else if (result) parsed.set(key, result as DocumentNode);
      };
    },
    onValidate({ params: { schema, documentAST, rules = [] }, setResult }) {
      const known = validations(schema)(documentAST);
      const key = keyOf(rules);
      const result = known.get(key);
      if (result) return setResult(result);
      return ({ result: fresh }) => {
        known.set(key, fresh);
      };
    },
  };
}
