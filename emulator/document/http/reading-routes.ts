/** GET of documents: searches a collection, reads a document or a part of it, searches within a document. */

import { type Call, empty, type Reply } from '../../core/service.ts';
import type { Json } from '../../shared/json.ts';
import { toJson } from '../../shared/to-json.ts';
import { keepFields, parseFields } from '../search/fields.ts';
import { decodePageState } from '../search/page-state.ts';
import { readDocument } from '../search/read.ts';
import { searchCollection } from '../search/search.ts';
import { searchWithin } from '../search/search-within.ts';
import { parseWhere } from '../search/where.ts';
import { assemble } from '../storage/assemble.ts';
import { requireCollection } from '../storage/collection-table.ts';
import { openLeafStore } from '../storage/leaf-store.ts';
import { notFound } from '../values/errors.ts';
import { decodeSteps } from './address.ts';
import { answerRead } from './envelope.ts';
import { intParameter, rejectIfAny } from './routing.ts';

const DEFAULT_DOCUMENTS = 3;
const MAX_DOCUMENTS = 20;
const DEFAULT_PARTS = 100;

export async function findDocuments(call: Call, namespace: string, name: string): Promise<Reply> {
  const pageSize = intParameter(call, 'page-size') ?? DEFAULT_DOCUMENTS;
  rejectIfAny(
    pageSize < 1 && 'the minimum number of documents to return is one',
    pageSize > MAX_DOCUMENTS && `the max number of documents to return is ${MAX_DOCUMENTS}`,
  );
  const leaves = openLeafStore(call.database, requireCollection(call, namespace, name));
  const pageState = decodePageState(call.query.text('page-state'));
  const where = parseWhere(call.query.text('where'), []);
  const fields = parseFields(call.query.text('fields'));
  const page = await searchCollection(leaves, { where, pageSize, pageState });
  const data = page.documents.map(({ id, rows }): [string, Json] => [id, assemble(keepFields(rows, fields))]);
  return answerRead(call, { pageState: page.pageState, data: new Map(data) });
}

/** With `where` or `page-size`, a search within the document, whose answer has another shape. */
export function readOrSearch(
  call: Call,
  namespace: string,
  name: string,
  id: string,
  segments: readonly string[],
): Reply {
  const pageSize = intParameter(call, 'page-size');
  const steps = decodeSteps(segments);
  rejectIfAny(pageSize !== undefined && pageSize < 1 && 'the minimum number of results to return is one');
  const leaves = openLeafStore(call.database, requireCollection(call, namespace, name));
  const whereText = call.query.text('where');
  if (whereText === undefined && pageSize === undefined) {
    const data = readDocument(leaves, id, steps, parseFields(call.query.text('fields')));
    if (data === undefined) throw documentNotFound(id, steps);
    return answerRead(call, { documentId: id, data });
  }
  const pageState = decodePageState(call.query.text('page-state'));
  const where = parseWhere(whereText, steps);
  const fields = parseFields(call.query.text('fields'));
  const page = searchWithin(leaves, id, steps, { where, fields, pageSize: pageSize ?? DEFAULT_PARTS, pageState });
  if (!page) return empty(204);
  return answerRead(call, { documentId: id, pageState: page.pageState, data: toJson(page.parts) });
}

export function documentNotFound(id: string, steps: readonly string[]) {
  if (steps.length === 0) return notFound(`A document with the id ${id} does not exist.`);
  const path = `[${steps.join(', ')}]`;
  return notFound(`A path ${path} in a document with the id ${id}, or the document itself, does not exist.`);
}
