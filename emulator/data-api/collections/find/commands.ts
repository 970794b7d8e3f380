/** Commands that read documents, or count them. */
import { javaFloat } from '../../../cql/types/java.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandAnswer, type RunOnTable, statusAnswer, type TableCall } from '../../command/command.ts';
import { failed, refused } from '../../command/errors.ts';
import { booleanField, integerField, textField } from '../../command/fields.ts';
import { collectionOf, type DataCollection } from '../definition/collection.ts';
import { readFilter } from '../filter/filter.ts';
import { candidates, findPage, take } from './candidates.ts';
import { findOneDocument, readOneQuery } from './find-one.ts';
import { checkVectorSearch, inSortOrder, nearestDocuments, type RankedDocument } from './order.ts';
import { type Project, projector } from './project.ts';
import { readDocumentProjection } from './projection.ts';
import { type DocumentSort, invalidSort, readDocumentSort } from './sort.ts';

const MAX_COUNT = 1000;
const MAX_NEAREST = 1000;

const find: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const { found, nextPageState, sort } = readFind(collection, call);
  const show = shower(call);
  const data = new Map<string, Json>([
    ['documents', found.map(show)],
    ['nextPageState', nextPageState ?? null],
  ]);
  return { data, ...sortVectorStatus(call, sort) };
};

const findOne: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const query = readOneQuery(collection, call.fields);
  const show = shower(call);
  const found = findOneDocument(collection, query, true);
  const data = new Map<string, Json>([['document', found ? show(found) : null]]);
  return { data, ...sortVectorStatus(call, query.sort) };
};

/** Of several identifiers the real server counts the first alone. */
const countDocuments: RunOnTable = (call) => {
  const collection = collectionOf(call);
  const filter = readFilter(collection, call.fields.get('filter'));
  if (filter.ids?.length === 0) throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: NullPointerException');
  const counted = filter.ids ? { ...filter, ids: filter.ids.slice(0, 1) } : filter;
  const count = take(candidates(collection, counted), MAX_COUNT + 1).length;
  if (count <= MAX_COUNT) return statusAnswer({ count: new JsonNumber(String(count)) });
  return statusAnswer({ moreData: true, count: new JsonNumber(String(MAX_COUNT)) });
};

const estimatedDocumentCount: RunOnTable = (call) =>
  statusAnswer({ count: new JsonNumber(String(collectionOf(call).documents.count())) });

const findAndRerank: RunOnTable = () => {
  throw refused('SCHEMA', 'RERANKING_FEATURE_NOT_ENABLED', 'Reranking feature is not enabled for this database.');
};

export const FIND_COMMANDS: Readonly<Record<string, RunOnTable>> = {
  find,
  findOne,
  countDocuments,
  estimatedDocumentCount,
  findAndRerank,
};

interface Found {
  readonly found: readonly RankedDocument[];
  readonly nextPageState?: string;
  readonly sort: DocumentSort;
}

/** A sort is answered with one page, which has no state. */
function readFind(collection: DataCollection, { fields, options, pageSize }: TableCall): Found {
  const filter = readFilter(collection, fields.get('filter'));
  const sort = readDocumentSort(collection, fields.get('sort'));
  const limit = integerField(options, 'limit');
  const pageState = textField(options, 'pageState');
  if (sort.kind === 'none') return { ...findPage(collection, { filter, limit, pageState, pageSize }), sort };
  if (pageState) throw invalidSort("'pageState' is not supported with non-empty sort clause");
  const all = candidates(collection, filter);
  if (sort.kind === 'vector') {
    checkVectorSearch(collection, sort.vector, true);
    return { found: nearestDocuments(collection, all, sort.vector, limit ?? MAX_NEAREST), sort };
  }
  const skip = integerField(options, 'skip') ?? 0;
  return { found: inSortOrder(all, sort.paths).slice(skip, skip + Math.min(limit ?? pageSize, pageSize)), sort };
}

function shower({ fields, options }: TableCall): (found: RankedDocument) => JsonObject {
  const project: Project = projector(readDocumentProjection(fields.get('projection')));
  const withSimilarity = booleanField(options, 'includeSimilarity');
  return ({ document, similarity }) => {
    const shown = project(document);
    if (withSimilarity && similarity !== undefined) shown.set('$similarity', floatNumber(similarity));
    return shown;
  };
}

function sortVectorStatus({ options }: TableCall, sort: DocumentSort): Pick<CommandAnswer, 'status'> {
  if (!booleanField(options, 'includeSortVector')) return {};
  const sortVector = sort.kind === 'vector' ? sort.vector.map(floatNumber) : null;
  return { status: new Map<string, Json>([['sortVector', sortVector]]) };
}

function floatNumber(value: number): Json {
  const text = javaFloat(value);
  return /\d/.test(text) ? new JsonNumber(text) : text;
}
