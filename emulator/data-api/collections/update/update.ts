/** Reads an update, and applies it to documents. */
import { type Json, JsonNumber, type JsonObject } from '../../../json.ts';
import type { Collection } from '../definition/collection.ts';
import { bySegments } from '../find/projection.ts';
import { contains, type Path } from '../path.ts';
import { noEmbeddingService } from '../refusals.ts';
import { add, multiply } from '../values/number.ts';
import type { Action, ActionReader } from './action.ts';
import { checkSpecial, readPath } from './action-path.ts';
import { addToSet, pop, push } from './list-operators.ts';
import { currentDate, renameMember, replaceIf, setMember, unsetMember } from './member-operators.ts';
import { arithmetic } from './number-operators.ts';
import { badDataType, badOperation, badParameter } from './refusals.ts';

export interface Update {
  /** The identifier that `$setOnInsert` chooses. */
  readonly insertedId?: Json;
  /** Whether anything has changed. @param isNew - for a document that is made by an upsert */
  apply(document: JsonObject, isNew: boolean): boolean;
}

interface PlacedAction {
  readonly operator: string;
  readonly path: Path;
  readonly apply: Action;
}

/** In the order in which they are applied. */
const OPERATORS: Readonly<Record<string, ActionReader>> = {
  $addToSet: addToSet,
  $currentDate: currentDate,
  $inc: arithmetic('$inc', add, (operand) => operand),
  $max: replaceIf((order) => order > 0),
  $min: replaceIf((order) => order < 0),
  $mul: arithmetic('$mul', multiply, () => new JsonNumber('0')),
  $pop: pop,
  $push: push,
  $rename: renameMember,
  $set: setMember,
  $setOnInsert: setMember,
  $unset: unsetMember,
};
const ON_INSERT = '$setOnInsert';
/** Known for tables. */
const OTHER_OPERATORS = ['$pullAll'];

/** @throws CommandFailure - for what is no update */
export function readUpdate(collection: Collection, update: Json): Update {
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

function readOperator(collection: Collection, operator: string, operands: Json): PlacedAction[] {
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
      if (text === '$vectorize' && typeof operand === 'string') throw noEmbeddingService(collection.name);
      const path = readPath(text);
      return { operator, path, apply: read(path, operand) };
    })
    .sort((one, other) => bySegments(one.path.segments, other.path.segments));
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
