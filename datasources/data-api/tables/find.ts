/** Reads rows by `find` and `findOne` (Data API contract, tables). Never with a limit: it would be a total, and make upstream forget its page state. */
import type { HttpAnswer } from '../../http/http-call.ts';
import { contentOf } from '../../http/response-errors.ts';
import { type ExactObject, isJsonObject } from '../../json/json-value.ts';
import { arrayOf, object, optional, record, text } from '../../json/shape.ts';
import type { Types } from '../../rows/row-decode.ts';
import { type RequestedValues, toPage } from '../../rows/row-page.ts';
import { InvalidCursorError } from '../../source/errors.ts';
import type { Page, Row, Table } from '../../source/source.ts';
import { type DataApiConnection, failureCodes } from '../command/connection.ts';
import { decode } from '../values/decode.ts';
import type { Projection } from './projection.ts';

export interface RowFind {
  readonly table: Table;
  readonly types: Types;
  readonly filter: ExactObject;
  readonly projection: Projection;
  /** The key values that rows must have. */
  readonly requested: RequestedValues;
  /** Column to 1 or -1, in the order of the object. */
  readonly sort?: ExactObject | undefined;
  readonly pageState?: string | undefined;
  /** Default `rowPage`. */
  readonly reads?: 'row' | 'rowPage';
  /** How many keys it asks for. */
  readonly keys?: number;
}

const FOUND = object({ data: object({ documents: arrayOf(record), nextPageState: optional(text) }) });
const FOUND_ONE = object({ data: object({ document: optional(record) }) });

/** One page, whose size is upstream's. @throws InvalidCursorError - for a page state that upstream cannot read */
export async function findRows(connection: DataApiConnection, find: RowFind): Promise<Page<Row>> {
  const { table, filter, projection, sort, pageState, reads = 'rowPage', keys } = find;
  const answer = await connection.send(table, {
    name: 'find',
    body: {
      filter,
      projection: projection.projection,
      sort,
      options: pageState === undefined ? undefined : { pageState },
    },
    effect: 'read',
    reads,
    ...(keys !== undefined && { keys }),
    reply: FOUND,
  });
  if (pageState !== undefined && isOfState(answer)) throw invalidState();
  const { documents, nextPageState } = contentOf(answer).data;
  return toRows(find, answer, documents, nextPageState);
}

/** The first row, or `null`. */
export async function findOneRow(connection: DataApiConnection, find: RowFind): Promise<Row | null> {
  const { table, filter, projection, keys } = find;
  const answer = await connection.send(table, {
    name: 'findOne',
    body: { filter, projection: projection.projection },
    effect: 'read',
    reads: 'row',
    ...(keys !== undefined && { keys }),
    reply: FOUND_ONE,
  });
  const { document } = contentOf(answer).data;
  const { items } = toRows(find, answer, document ? [document] : [], undefined);
  return items[0] ?? null;
}

/** Rows as they came. @throws UpstreamError - for what cannot be right */
export function toRows(
  { table, types, projection: { columns, errors }, requested, pageState: sent }: RowFind,
  answer: HttpAnswer,
  rows: readonly ExactObject[],
  pageState: string | null | undefined,
): Page<Row> {
  return toPage(
    { table, columns, requested, pageState: sent },
    { answer, rows, pageState, decode, types, errors, leavesOutUnset: true },
  );
}

/** Codes of a state that is not one of upstream's: it takes them for failures of its own. */
const STATE_FAILURES: ReadonlySet<string> = new Set(['UNEXPECTED_SERVER_ERROR', 'UNEXPECTED_DRIVER_ERROR']);

function isOfState(answer: HttpAnswer): boolean {
  return failureCodes(answer).some((code) => STATE_FAILURES.has(code));
}

function invalidState(): InvalidCursorError {
  return new InvalidCursorError('The cursor has no place in this table, or not any more. Start again without "after".');
}

/** Whether a filter restricts anything: upstream reads, and deletes, all rows for one that does not. */
export function hasConditions(filter: ExactObject): boolean {
  const conditions = Object.values(filter);
  return conditions.length > 0 && conditions.every((each) => !isJsonObject(each) || Object.keys(each).length > 0);
}
