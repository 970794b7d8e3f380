/** The documents that an operator trusts: a manifest from a client's build, or its source files. */
import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { ConfigError } from '../config/config-error.ts';
import { type Files, openFiles } from '../shared/platform-files.ts';

export interface TrustedDocuments {
  /** By the id in the manifest, by `sha256:` and the hash of the document, or by the hash alone. */
  find(id: string): string | undefined;
  /** Whether its text equals one of them. */
  has(document: string): boolean;
  /** Each with its id, in the order of the manifest. */
  readonly entries: readonly TrustedDocument[];
}

export type TrustedDocument = readonly [id: string, document: string];

/**
 * Takes a manifest of Apollo's (`apollo-persisted-query-manifest`, version 1), a map or a list of pairs from id to document
 * (Relay, GraphQL Code Generator), or a folder of `.graphql` files, whose names are ids too.
 *
 * @throws ConfigError - when it cannot be read, or holds what is no GraphQL document
 */
export function readTrustedDocuments(path: string): TrustedDocuments {
  const entries = readEntries(path);
  for (const [id, document] of entries) checkDocument(path, id, document);
  const texts = new Set(entries.map(([, document]) => document.trim()));
  const hashes = entries.flatMap(([, document]) =>
    [document, document.trim()].map((text) => [hash(text), text] as const),
  );
  const byId = new Map([...hashes, ...hashes.map(([id, text]) => [`sha256:${id}`, text] as const), ...entries]);
  return { find: (id) => byId.get(id), has: (document) => texts.has(document.trim()), entries };
}

/** SHA-256 in lower-case hexadecimal digits. */
export function hash(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

function readEntries(path: string): readonly TrustedDocument[] {
  try {
    const files = openFiles();
    if (files.statSync(path).isDirectory()) return readFolder(path, files);
    return readManifest(JSON.parse(files.readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : error;
    throw new ConfigError(`The trusted documents at ${path} cannot be read: ${reason}.`);
  }
}

const EXTENSION = /\.(graphql|gql)$/;

function readFolder(path: string, { readdirSync, readFileSync }: Files): readonly TrustedDocument[] {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => EXTENSION.test(name));
  return names.sort().map((name) => [name.replace(EXTENSION, ''), readFileSync(`${path}/${name}`, 'utf8')]);
}

function readManifest(manifest: unknown): readonly TrustedDocument[] {
  if (Array.isArray(manifest)) return manifest.map(toEntry);
  if (typeof manifest !== 'object' || manifest === null) throw new Error('a manifest is an object or a list');
  if (!('format' in manifest)) return Object.entries(manifest).map(toEntry);
  const { format, version, operations } = manifest as Record<string, unknown>;
  if (format !== 'apollo-persisted-query-manifest' || version !== 1 || !Array.isArray(operations)) {
    throw new Error('of the manifests with a format, only apollo-persisted-query-manifest in version 1 is known');
  }
  return operations.map((operation) => toEntry([operation?.id, operation?.body]));
}

function toEntry(pair: unknown): TrustedDocument {
  const [id, document] = Array.isArray(pair) ? pair : [];
  if (typeof id === 'string' && typeof document === 'string') return [id, document];
  throw new Error(`${JSON.stringify(pair)} is not an id with its document`);
}

function checkDocument(path: string, id: string, document: string): void {
  try {
    parse(document);
  } catch (error) {
    throw new ConfigError(`The trusted document ${id} in ${path} is no GraphQL: ${(error as Error).message}`);
  }
}
