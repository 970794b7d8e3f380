/** Tries the trusted documents of typed graphs on the schemas of their keyspaces, before anything is served. */
import { InputError, NotFoundError } from '../../datasources/source/errors.ts';
import { checkTrusted } from '../access/trusted-check.ts';
import type { TrustedByGraph, TrustedDocuments } from '../access/trusted-documents.ts';
import { DOCUMENT_SETTINGS } from '../config/access-settings.ts';
import { ConfigError } from '../config/config-error.ts';
import { DEFAULT_ENDPOINT } from '../http/routing.ts';
import type { SchemaReader } from './read-schema.ts';

/**
 * @param reader - of a caller who may see the tables that clients ask
 * @throws ConfigError - with all documents that their graph cannot execute, and all graphs that there are not
 * @throws SourceError
 */
export async function checkTypedDocuments(trusted: TrustedByGraph, reader: SchemaReader): Promise<void> {
  const problems: string[] = [];
  for (const [graph, documents] of trusted) {
    if (graph !== UNIVERSAL) problems.push(...(await check(graph, documents, reader)));
  }
  if (problems.length > 0) throw new ConfigError(...problems);
}

const UNIVERSAL = '';

async function check(graph: string, documents: TrustedDocuments, { read }: SchemaReader): Promise<readonly string[]> {
  const [keyspace = '', database] = graph.split('/').reverse();
  try {
    const schema = await read(keyspace, database);
    const pathname = `${DEFAULT_ENDPOINT}/${graph}`;
    return checkTrusted(documents, { schema, pathname, cure: cureOf(keyspace) });
  } catch (error) {
    if (!(error instanceof NotFoundError || error instanceof InputError)) throw error;
    return [`${DOCUMENT_SETTINGS.trustedDocuments.env} has documents of the graph "${graph}", but: ${error.message}`];
  }
}

function cureOf(keyspace: string): string {
  return `Correct it by the schema that "astra-graphql schema ${keyspace}" prints.`;
}
