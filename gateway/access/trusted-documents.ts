/** The documents that an operator trusts: a manifest from a client's build, or its source files. */
import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import type { TrustedFile } from '../config/access-config.ts';
import { ConfigError } from '../config/config-error.ts';
import { type Files, openFiles } from '../shared/platform-files.ts';

/** Those of one graph. */
export interface TrustedDocuments {
  /** By the id in the manifest, by `sha256:` and the hash of the document, or by the hash alone. */
  find(id: string): string | undefined;
  /** Whether its text equals one of them. */
  has(document: string): boolean;
  /** In the order of files and manifests. */
  readonly entries: readonly TrustedDocument[];
}

export interface TrustedDocument {
  readonly id: string;
  readonly text: string;
  /** Where it is from. */
  readonly path: string;
}

/** By the graph that they are for: what is trusted on one is not on another. */
export type TrustedByGraph = ReadonlyMap<string, TrustedDocuments>;

/**
 * Takes manifests of Apollo's (`apollo-persisted-query-manifest`, version 1), maps or lists of pairs from id to document
 * (Relay, GraphQL Code Generator), and folders of `.graphql` files, whose names are ids too.
 *
 * @throws ConfigError - when one cannot be read, holds what is no GraphQL document, or has an id twice
 */
export function readTrustedDocuments(files: readonly TrustedFile[]): TrustedByGraph {
  const graphs = [...new Set(files.map(({ graph }) => graph))];
  return new Map(graphs.map((graph) => [graph, toTrusted(files.filter((file) => file.graph === graph))]));
}

function toTrusted(files: readonly TrustedFile[]): TrustedDocuments {
  const entries = files.flatMap(({ path }) => readEntries(path).map(([id, text]) => ({ id, text, path })));
  for (const entry of entries) checkDocument(entry);
  checkIds(entries);
  const texts = new Set(entries.map(({ text }) => text.trim()));
  const hashes = entries.flatMap(({ text }) => [text, text.trim()].map((each) => [hash(each), each] as const));
  const byId = new Map([
    ...hashes,
    ...hashes.map(([id, text]) => [`sha256:${id}`, text] as const),
    ...entries.map(({ id, text }) => [id, text] as const),
  ]);
  return { find: (id) => byId.get(id), has: (document) => texts.has(document.trim()), entries };
}

/** SHA-256 in lower-case hexadecimal digits. */
export function hash(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

type Entry = readonly [id: string, text: string];

function readEntries(path: string): readonly Entry[] {
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

function readFolder(path: string, { readdirSync, readFileSync }: Files): readonly Entry[] {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => EXTENSION.test(name));
  return names.sort().map((name) => [name.replace(EXTENSION, ''), readFileSync(`${path}/${name}`, 'utf8')]);
}

function readManifest(manifest: unknown): readonly Entry[] {
  if (Array.isArray(manifest)) return manifest.map(toEntry);
  if (typeof manifest !== 'object' || manifest === null) throw new Error('a manifest is an object or a list');
  if (!('format' in manifest)) return Object.entries(manifest).map(toEntry);
  const { format, version, operations } = manifest as Record<string, unknown>;
  if (format !== 'apollo-persisted-query-manifest' || version !== 1 || !Array.isArray(operations)) {
    throw new Error('of the manifests with a format, only apollo-persisted-query-manifest in version 1 is known');
  }
  return operations.map((operation) => toEntry([operation?.id, operation?.body]));
}

function toEntry(pair: unknown): Entry {
  const [id, document] = Array.isArray(pair) ? pair : [];
  if (typeof id === 'string' && typeof document === 'string') return [id, document];
  throw new Error(`${JSON.stringify(pair)} is not an id with its document`);
}

function checkDocument({ id, text, path }: TrustedDocument): void {
  try {
    parse(text);
  } catch (error) {
    throw new ConfigError(`The trusted document ${id} in ${path} is no GraphQL: ${(error as Error).message}`);
  }
}

function checkIds(entries: readonly TrustedDocument[]): void {
  const known = new Map<string, TrustedDocument>();
  for (const entry of entries) {
    const { text, path } = known.get(entry.id) ?? entry;
    if (text !== entry.text) {
      throw new ConfigError(
        `The trusted document ${entry.id} in ${entry.path} has the id of another in ${path}: give one of them another id.`,
      );
    }
    known.set(entry.id, entry);
  }
}
