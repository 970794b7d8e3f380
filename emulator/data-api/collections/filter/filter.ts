/** A filter on a collection: which documents it finds, and by which identifiers they can be found. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import { failed, refused } from '../../command/errors.ts';
import type { DataCollection } from '../definition/collection.ts';
import { type Indexing, isIndexed, isNothingIndexed } from '../definition/indexing.ts';
import { fieldAt, parsePath } from '../shared/path.ts';
import { lexicalNotEnabled, unindexedPath } from '../shared/refusals.ts';
import { withTexts } from '../values/digest.ts';
import { extendedOf } from '../values/extended.ts';
import { type DocumentId, readId } from '../values/id.ts';
import {
  type DocumentCondition,
  type DocumentExpression,
  type DocumentGroup,
  type Part,
  readExpression,
} from './expression.ts';
import { checkIdCondition, isIdCondition } from './id-conditions.ts';
import { type FilterOperator, testOf } from './operators.ts';

export interface DocumentFilter {
  /** False when there is no condition at all. */
  readonly hasConditions: boolean;
  /** Present when the filter names the identifiers of what it finds; one may be named twice. */
  readonly ids?: readonly DocumentId[];
  /** What else must hold. */
  matches(document: JsonObject): boolean;
  /** What a document must have to be found, as far as the filter says so outside of `$and` and `$or`: for upserts. */
  readonly equalities: readonly DocumentCondition[];
}

const MAX_FIELDS = 64;

/** @throws CommandFailure - for what is no filter, or asks for what is not indexed */
export function readFilter(collection: DataCollection, filter: Json | undefined): DocumentFilter {
  const { root, fieldCount }: DocumentExpression = readExpression(filter ?? null);
  if (fieldCount > MAX_FIELDS) {
    const message = `Filter has ${fieldCount} fields, exceeds maximum allowed (${MAX_FIELDS}).`;
    throw refused('FILTER', 'FILTER_FIELDS_LIMIT_VIOLATION', message);
  }
  const all = conditionsOf(root);
  for (const condition of all) {
    if (isIdCondition(condition)) checkIdCondition(collection, condition);
    else checkIndexed(collection, condition);
  }
  const byId = all.find(namesIds);
  const ids = byId && idsOf(byId);
  return {
    hasConditions: all.length > 0,
    ...(ids && { ids }),
    matches: testOfAll(root, all.find(pullsOut)),
    equalities: root.parts.filter((part) => part.kind === 'condition').filter(({ operator }) => operator === '$eq'),
  };
}

function conditionsOf(part: Part): DocumentCondition[] {
  return part.kind === 'condition' ? [part] : part.parts.flatMap(conditionsOf);
}

type DocumentTest = (document: JsonObject) => boolean;

/** @param onId - holds for the whole, in whichever group it stands */
function testOfAll(root: DocumentGroup, onId: DocumentCondition | undefined): DocumentTest {
  const rest = testGroup(root, onId) ?? (() => true);
  if (!onId || namesIds(onId)) return rest;
  const ofId = testCondition(onId);
  return (document) => ofId(document) && rest(document);
}

/** `undefined` for what asks nothing: a group without parts, lists without values. */
function testGroup({ kind, parts }: DocumentGroup, onId: DocumentCondition | undefined): DocumentTest | undefined {
  const isNothing = kind === 'and' && areAllEmpty(parts, '$in');
  if (isNothing || (kind === 'or' && areAllEmpty(parts, '$nin'))) return () => !isNothing;
  const tests = parts.flatMap((part) => {
    if (part === onId || (part.kind === 'condition' && hasNoValues(part))) return [];
    return (part.kind === 'condition' ? testCondition(part) : testGroup(part, onId)) ?? [];
  });
  if (tests.length === 0) return undefined;
  if (kind === 'and') return (document) => tests.every((test) => test(document));
  return (document) => tests.some((test) => test(document));
}

/** Of several lists beside one another those without values count only if none has any. */
function areAllEmpty(parts: readonly Part[], operator: FilterOperator): boolean {
  const lists = parts.filter((part) => part.kind === 'condition' && part.operator === operator && !namesIds(part));
  return lists.length > 0 && lists.every((part) => part.kind === 'condition' && hasNoValues(part));
}

function hasNoValues({ operator, operand }: DocumentCondition): boolean {
  return (operator === '$in' || operator === '$nin') && Array.isArray(operand) && operand.length === 0;
}

function testCondition({ path, operator, operand }: DocumentCondition): DocumentTest {
  if ((operator === '$in' || operator === '$nin' || operator === '$all') && hasDate(operand)) {
    throw failed('', 'INTERNAL_SERVER_ERROR', 'Unrecognized Java type `java.util.Date` for hashing');
  }
  const test = testOf(operator, withTexts(operand));
  // Of vectors it is known that they are there, but not what they are; identifiers are in no list of elements.
  const isUnseen = path.text.startsWith('$') ? operator !== '$exists' : path.text === '_id' && /all$/i.test(operator);
  return isUnseen ? () => test(undefined) : (document) => test(fieldAt(document, path.segments));
}

/** Members of what a member is compared with must be indexed as well. */
function checkIndexed({ indexing }: DataCollection, { path, operand }: DocumentCondition): void {
  if (path.text === '$lexical') throw lexicalNotEnabled();
  if (path.text.startsWith('$')) {
    if (isNothingIndexed(indexing)) throw unindexedPath(path.text);
    return;
  }
  if (!isIndexed(indexing, path)) throw unindexedPath(path.text);
  if (indexing) checkMembersIndexed(indexing, path.text, operand);
}

function checkMembersIndexed(indexing: Indexing, path: string, operand: Json): void {
  if (Array.isArray(operand)) for (const item of operand) checkMembersIndexed(indexing, path, item);
  if (!(operand instanceof Map) || extendedOf(operand)) return;
  for (const [name, member] of operand) {
    const text = `${path}.${name}`;
    if (!isIndexed(indexing, parsePath(text))) throw unindexedPath(text);
    checkMembersIndexed(indexing, text, member);
  }
}

function hasDate(operand: Json): boolean {
  return Array.isArray(operand) && operand.some((item) => extendedOf(item)?.type === '$date');
}

function namesIds(condition: DocumentCondition): boolean {
  const { operator, operand } = condition;
  if (!isIdCondition(condition)) return false;
  return operator === '$in' || (operator === '$eq' && !Array.isArray(operand));
}

/** The real server looks for these apart from all other conditions. */
function pullsOut(condition: DocumentCondition): boolean {
  return namesIds(condition) || (isIdCondition(condition) && condition.operator === '$ne');
}

function idsOf({ operator, operand }: DocumentCondition): DocumentId[] {
  return operator === '$in' && Array.isArray(operand) ? operand.map(readId) : [readId(operand)];
}
