/** Reads an update, and applies it to documents. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { DataCollection } from '../definition/collection.ts';
import { bySegments } from '../find/projection.ts';
import { contains, type FieldPath } from '../shared/path.ts';
import { badVectorizeType, noEmbeddingService } from '../shared/refusals.ts';
import type { ActionReader, UpdateAction } from './action.ts';
import { checkSpecial, readPath } from './action-path.ts';
import { addToSet, pop, push } from './list-operators.ts';
import { currentDate, renameMember, replaceIf, setMember, unsetMember } from './member-operators.ts';
import { inc, mul } from './number-operators.ts';
import { badDataType, badOperation, badParameter } from './refusals.ts';

export interface Update {
  /** The identifier that `$setOnInsert` chooses. */
  readonly insertedId?: Json;
  /** Whether anything has changed. @param isNew - for a document that is made by an upsert */
  apply(document: JsonObject, isNew: boolean): boolean;
}

interface PlacedAction {
  readonly operator: string;
  readonly path: FieldPath;
  readonly apply: UpdateAction;
}

/** In the order in which they are applied. */
const OPERATORS: Readonly<Record<string, ActionReader>> = {
  $addToSet: addToSet,
  $currentDate: currentDate,
  $inc: inc,
  $max: replaceIf((order) => order > 0),
  $min: replaceIf((order) => order < 0),
  $mul: mul,
  $pop: pop,
  $push: push,
  $rename: renameMember,
  $set: setMember,
  $setOnInsert: setMember,
  $unset: unsetMember,
};
const SETS = ['$set', '$setOnInsert'];
const ON_INSERT = '$setOnInsert';
/** Known for tables. */
const OTHER_OPERATORS = ['$pullAll'];

/** @throws CommandFailure - for what is no update */
export function readUpdate(collection: DataCollection, update: Json): Update {
  if (!(update instanceof Map)) throw badDataType('UpdateClause', update);
  const actions = [...update].flatMap(([operator, operands]) => readOperator(collection, operator, operands));
  const sorted = Object.keys(OPERATORS).flatMap((operator) => actions.filter((action) => action.operator === operator));
  checkOverlaps(sorted);
  const onInsert = update.get(ON_INSERT);
  const insertedId = onInsert instanceof Map ? onInsert.get('_id') : undefined;
  return {
    ...(insertedId !== undefined && { insertedId }),
    apply(document, isNew) {
      let isChanged = false;
      for (const { operator, path, apply } of sorted) {
        if (operator === ON_INSERT && (!isNew || path.text === '_id')) continue;
        isChanged = apply(document) || isChanged;
      }
      return isChanged;
    },
  };
}

function readOperator(collection: DataCollection, operator: string, operands: Json): PlacedAction[] {
  if (!operator.startsWith('$')) throw badOperation(`Invalid update operator '${operator}' (must start with '$')`);
  const read = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!read) {
    const isOther = OTHER_OPERATORS.includes(operator);
    throw badOperation(`${isOther ? 'Unsupported' : 'Unrecognized'} update operator '${operator}'`);
  }
  if (!(operands instanceof Map)) throw badDataType(`Operator '${operator}'`, operands);
  return [...operands]
    .map(([text, operand]) => {
      checkSpecial(operator, text);
      const path = readPath(text);
      const action = read(path, operand);
      return {
        operator,
        path,
        apply: SETS.includes(operator) ? withVectors(collection, text, operand, action) : action,
      };
    })
    .sort((one, other) => (one.path.text < other.path.text ? -1 : 1));
}

/** A text in place of a vector would have to be embedded; a vector ends the text that it was made of. */
function withVectors({ name }: DataCollection, path: string, operand: Json, apply: UpdateAction): UpdateAction {
  if (path !== '$vector' && path !== '$vectorize') return apply;
  return (document) => {
    if (!apply(document)) return false;
    if (path === '$vector') document.delete('$vectorize');
    else {
      if (operand !== null && typeof operand !== 'string') throw badVectorizeType(operand);
      if (typeof operand === 'string' && operand.trim() !== '') throw noEmbeddingService(name);
      document.set('$vector', null);
    }
    return true;
  };
}

/** Paths that contain one another stand next to each other when they are sorted. */
function checkOverlaps(actions: readonly PlacedAction[]): void {
  const sorted = actions.toSorted((one, other) => bySegments(one.path.segments, other.path.segments));
  for (const [at, inner] of sorted.entries()) {
    const outer = sorted[at - 1];
    if (!outer || !contains(outer.path.segments, inner.path.segments)) continue;
    if (outer.path.text === inner.path.text) {
      const operators = `'${outer.operator}' and '${inner.operator}'`;
      throw badParameter(`update operators ${operators} must not refer to same path: '${inner.path.text}'`);
    }
    const paths = `'${outer.path.text}' (${outer.operator}) vs '${inner.path.text}' (${inner.operator})`;
    throw badParameter(`Update operator path conflict due to overlap: ${paths}`);
  }
}
