/** A filter on a collection: which documents it finds, and by which identifiers they can be found. */
import type { Json, JsonObject } from '../../../json.ts';
import { failed, refused } from '../../command/errors.ts';
import type { Collection } from '../definition/collection.ts';
import { isIndexed } from '../definition/indexing.ts';
import { valueAt } from '../path.ts';
import { lexicalNotEnabled, unindexedPath } from '../refusals.ts';
import { extendedOf } from '../values/extended.ts';
import { type DocumentId, readId } from '../values/id.ts';
import { type Condition, type Expression, type Group, type Part, readExpression } from './expression.ts';
import { checkIds, isIdCondition } from './id-conditions.ts';
import { testOf } from './operators.ts';

export interface Filter {
  /** False when there is no condition at all. */
  readonly hasConditions: boolean;
  /** Present when the filter names the identifiers of what it finds; one may be named twice. */
  readonly ids?: readonly DocumentId[];
  /** What else must hold. */
  matches(document: JsonObject): boolean;
  /** What a document must have to be found, as far as the filter says so outside of `$and` and `$or`: for upserts. */
  readonly equalities: readonly Condition[];
}

const MAX_FIELDS = 64;

/** @throws CommandFailure - for what is no filter, or asks for what is not indexed */
export function readFilter(collection: Collection, filter: Json | undefined): Filter {
  const { root, fieldCount }: Expression = readExpression(filter ?? null);
  if (fieldCount > MAX_FIELDS) {
    const message = `Filter has ${fieldCount} fields, exceeds maximum allowed (${MAX_FIELDS}).`;
    throw refused('FILTER', 'FILTER_FIELDS_LIMIT_VIOLATION', message);
  }
  const all = conditionsOf(root);
  checkIds(collection, root);
  for (const condition of all) checkIndexed(collection, condition);
  const byId = all.find((condition) => isIdCondition(condition) && namesIds(condition));
  const ids = byId && idsOf(byId);
  const matches = testGroup(root, byId);
  return {
    hasConditions: all.length > 0,
    ...(ids && { ids }),
    matches,
    equalities: root.parts.filter((part) => part.kind === 'condition').filter(({ operator }) => operator === '$eq'),
  };
}

export function conditionsOf(part: Part): Condition[] {
  return part.kind === 'condition' ? [part] : part.parts.flatMap(conditionsOf);
}

type DocumentTest = (document: JsonObject) => boolean;

/** @param byId - a condition that is taken care of already */
function testPart(part: Part, byId: Condition | undefined): DocumentTest {
  if (part === byId) return () => true;
  if (part.kind === 'condition') return testCondition(part);
  return testGroup(part, byId);
}

/** A group without parts asks nothing. */
function testGroup({ kind, parts }: Group, byId: Condition | undefined): DocumentTest {
  const tests = parts.filter((part) => conditionsOf(part).length > 0).map((part) => testPart(part, byId));
  if (kind === 'and' || tests.length === 0) return (document) => tests.every((test) => test(document));
  return (document) => tests.some((test) => test(document));
}

function testCondition({ path, operator, operand }: Condition): DocumentTest {
  const isByKey = path.text === '_id' && operator === '$in';
  if ((operator === '$in' || operator === '$nin' || operator === '$all') && !isByKey && hasDate(operand)) {
    throw failed('', 'INTERNAL_SERVER_ERROR', 'Unrecognized Java type `java.util.Date` for hashing');
  }
  const test = testOf(operator, operand);
  // Of vectors it is known that they are there, but not what they are.
  if (path.text.startsWith('$') && operator !== '$exists') return () => test(undefined);
  return (document) => test(valueAt(document, path.segments));
}

function checkIndexed({ indexing }: Collection, { path }: Condition): void {
  if (path.text === '$lexical') throw lexicalNotEnabled();
  if (path.text === '_id' || path.text.startsWith('$')) return;
  if (!isIndexed(indexing, path)) throw unindexedPath(path.text);
}

function hasDate(operand: Json): boolean {
  return Array.isArray(operand) && operand.some((item) => extendedOf(item)?.type === '$date');
}

function namesIds({ operator, operand }: Condition): boolean {
  return operator === '$in' || (operator === '$eq' && !Array.isArray(operand));
}

function idsOf({ operator, operand }: Condition): DocumentId[] {
  return operator === '$in' && Array.isArray(operand) ? operand.map(readId) : [readId(operand)];
}
