/** `$push`, `$addToSet` and `$pop`. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { kindOf } from '../../command/fields.ts';
import type { FieldPath } from '../shared/path.ts';
import { isSame } from '../values/compare.ts';
import type { ActionReader } from './action.ts';
import { badModifier, badParameter, badTarget } from './refusals.ts';
import { findTarget, makeTarget } from './target.ts';
import { copyOf } from './values.ts';

export const push: ActionReader = (path, operand) => {
  const modifiers = modifiersOf('$push', operand, ['$each', '$position']);
  const items = modifiers ? eachOf('$push', modifiers) : [operand];
  const position = modifiers && positionOf(modifiers);
  return (document) => {
    const list = listAt('$push', document, path);
    list.splice(position === undefined ? list.length : placeIn(list, position), 0, ...items.map(copyOf));
    return true;
  };
};

export const addToSet: ActionReader = (path, operand) => {
  const modifiers = modifiersOf('$addToSet', operand, ['$each']);
  const items = modifiers ? eachOf('$addToSet', modifiers) : [operand];
  return (document) => {
    const list = listAt('$addToSet', document, path);
    const { length } = list;
    for (const item of items) if (!list.some((other) => isSame(other, item))) list.push(copyOf(item));
    return list.length > length;
  };
};

export const pop: ActionReader = (path, operand) => {
  if (!(operand instanceof JsonNumber)) {
    throw badParameter(`$pop requires Number argument (-1 or 1), instead got: ${kindOf(operand)}`);
  }
  const end = Math.trunc(Number(operand.text));
  if (end !== 1 && end !== -1) throw badParameter(`$pop requires argument of -1 or 1, instead got: ${operand.text}`);
  return (document) => {
    const value = findTarget(document, path)?.value;
    if (value === undefined) return false;
    if (!Array.isArray(value)) throw badTarget('$pop', 'Array', path.text, value);
    return (end === 1 ? value.pop() : value.shift()) !== undefined;
  };
};

/** Made where there is none. */
function listAt(operator: string, document: JsonObject, path: FieldPath): Json[] {
  const target = makeTarget(document, path);
  if (Array.isArray(target.value)) return target.value;
  if (target.value !== undefined) throw badTarget(operator, 'Array', path.text, target.value);
  const list: Json[] = [];
  target.set(list);
  return list;
}

/** `undefined` for a value that is meant as it stands: one without a member whose name begins with `$`. */
function modifiersOf(operator: string, operand: Json, known: readonly string[]): JsonObject | undefined {
  if (!(operand instanceof Map)) return undefined;
  const names = [...operand.keys()];
  if (!names.some((name) => name.startsWith('$'))) return undefined;
  const stranger = names.find((name) => !known.includes(name));
  if (stranger === undefined) return operand;
  throw badModifier(`${operator} only supports ${known.join(' and ')} currently; trying to use '${stranger}'`);
}

function eachOf(operator: string, modifiers: JsonObject): readonly Json[] {
  const each = modifiers.get('$each');
  if (each === undefined) {
    throw badParameter(`${operator} modifiers can only be used with $each modifier; none included`);
  }
  if (Array.isArray(each)) return each;
  throw badParameter(`${operator} modifier $each requires Array argument, found: ${kindOf(each)}`);
}

function positionOf(modifiers: JsonObject): number | undefined {
  const position = modifiers.get('$position');
  if (position === undefined) return undefined;
  if (position instanceof JsonNumber && position.isInteger) return Number(position.text);
  const found = position instanceof JsonNumber ? position.text : kindOf(position);
  throw badParameter(`$push modifier $position requires (integral) Number argument, found: ${found}`);
}

/** Counted from the end when negative. */
function placeIn(list: readonly Json[], position: number): number {
  return position < 0 ? Math.max(list.length + position, 0) : Math.min(position, list.length);
}
