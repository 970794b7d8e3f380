/** Tries trusted documents on the schema of the graph that they are for, before they are served. */
import { type GraphQLSchema, parse, validate } from 'graphql';
import { hash, type TrustedDocuments } from './trusted-documents.ts';

/**
 * @param pathname - of the graph, for messages
 * @param cure - a sentence that ends each message
 * @returns a sentence for each document that the graph cannot execute
 */
export function checkTrusted(
  { entries }: TrustedDocuments,
  { schema, pathname, cure }: { readonly schema: GraphQLSchema; readonly pathname: string; readonly cure: string },
): readonly string[] {
  return entries.flatMap(({ id, text, path }) => {
    const [error] = validate(schema, parse(text), undefined, { maxErrors: 1 });
    const name = id.endsWith(hash(text)) ? id : `${id} (sha256:${hash(text)})`;
    return error
      ? [`The trusted document ${name} in ${path} is not valid at ${pathname}: ${error.message} ${cure}`]
      : [];
  });
}
