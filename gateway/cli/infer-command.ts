/** `astra-graphql infer`: reads documents, and prints what describes them. */
import type { CollectionRef, Json, Source } from '../../datasources/source/source.ts';
import { printDescription } from '../infer/print.ts';
import type { InferConfig } from '../infer/tool-config.ts';
import type { Interruption } from './copy-command.ts';
import { ExitError, FAILED, toExitError } from './exit-error.ts';
import { openTool, type ToolParts } from './open-tool.ts';

/** @throws ExitError - when the documents cannot be read, or there are none */
export async function runInfer(
  config: InferConfig,
  [namespace = '', collection = '']: readonly string[],
  parts: ToolParts & { readonly interruption: Interruption },
): Promise<void> {
  const stop = new AbortController();
  parts.interruption.onInterrupt(() => stop.abort());
  const side = await openTool(config, parts, stop.signal);
  try {
    const ref = { databaseId: side.databaseId, keyspace: namespace, collection };
    const documents = await side.run((source) => readSample(source, ref, config.sampleSize));
    const text = printDescription({ namespace, collection, documents });
    if (text === undefined) {
      throw new ExitError(`The collection "${collection}" in "${namespace}" has no documents with members.`, FAILED);
    }
    parts.terminal.stdout.write(text);
  } catch (error) {
    throw toExitError(error);
  } finally {
    await side.close();
  }
}

/** The first documents in the order of the database, which is by hash, and so as good as at random. */
export async function readSample(source: Source, ref: CollectionRef, size: number): Promise<readonly Json[]> {
  const maxPageSize = await source.documents.maxPageSize(ref.databaseId);
  const documents: Json[] = [];
  let pageState: string | undefined;
  do {
    const pageSize = Math.min(maxPageSize, size - documents.length);
    const page = await source.documents.findPage(ref, { pageSize, ...(pageState !== undefined && { pageState }) });
    documents.push(...page.items.map(({ data }) => data));
    pageState = page.nextPageState;
  } while (pageState !== undefined && documents.length < size);
  return documents.slice(0, size);
}
