/** Counts what documents have: for each path, in how many a value of each kind stands there. */
import type { Json } from '../../datasources/source/source.ts';

/** The kinds of values that a description tells apart. Of numbers and texts the narrowest that fits. */
export type ValueKind =
  | 'null'
  | 'boolean'
  | 'int'
  | 'integer'
  | 'float'
  | 'text'
  | 'dateTime'
  | 'date'
  | 'uuid'
  /** Of a type that JSON has not, as a Data API prints them: `{"$date": 0}`, `{"$uuid": "…"}`. */
  | 'extendedDate'
  | 'extendedUuid'
  | 'object'
  | 'list';

/** What stands at one place of several holders: documents, objects or lists. */
export interface Tally {
  /** How often a value was there. */
  count: number;
  readonly kinds: Map<ValueKind, number>;
  /** Of the objects among them, by the names of members. */
  readonly members: Map<string, Tally>;
  /** Of all elements of the lists among them. */
  elements: Tally | undefined;
}

export function createTally(): Tally {
  return { count: 0, kinds: new Map(), members: new Map(), elements: undefined };
}

/** Bounds what a document with thousands of different names adds. */
const MAX_MEMBERS = 1000;

export function countValue(tally: Tally, value: Json): void {
  const kind = kindOf(value);
  tally.count += 1;
  tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
  if (isList(value)) {
    tally.elements ??= createTally();
    for (const element of value) countValue(tally.elements, element);
  } else if (kind === 'object') {
    for (const [name, member] of Object.entries(value as object)) countMember(tally, name, member);
  }
}

function countMember({ members }: Tally, name: string, value: Json): void {
  const known = members.get(name) ?? (members.size < MAX_MEMBERS ? createTally() : undefined);
  if (!known) return;
  members.set(name, known);
  countValue(known, value);
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_INT = 2 ** 31;

export function kindOf(value: Json): ValueKind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'float';
    return value >= -MAX_INT && value < MAX_INT ? 'int' : 'integer';
  }
  if (typeof value === 'string') {
    if (DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))) return 'dateTime';
    if (DATE.test(value) && !Number.isNaN(Date.parse(value))) return 'date';
    return UUID.test(value) ? 'uuid' : 'text';
  }
  if (isList(value)) return 'list';
  const [name = '', ...others] = Object.keys(value);
  return (others.length === 0 && EXTENDED.get(name)) || 'object';
}

const EXTENDED: ReadonlyMap<string, ValueKind> = new Map([
  ['$date', 'extendedDate'],
  ['$uuid', 'extendedUuid'],
]);

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
