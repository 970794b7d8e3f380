/** Operators that put members into a document, move them or take them away. */
import { type Json, JsonNumber, printJson } from '../../../shared/json.ts';
import { kindOf } from '../../command/fields.ts';
import { isSame } from '../values/compare.ts';
import type { ActionReader, UpdateAction } from './action.ts';
import { checkSpecial, readPath } from './action-path.ts';
import { badParameter, badPath } from './refusals.ts';
import { findTarget, makeTarget } from './target.ts';
import { compareValues, copyOf } from './values.ts';

export const setMember: ActionReader = (path, operand) => (document) => {
  const target = makeTarget(document, path);
  if (target.value !== undefined && isSame(target.value, operand)) return false;
  target.set(copyOf(operand));
  return true;
};

export const unsetMember: ActionReader = (path) => (document) => {
  const target = findTarget(document, path);
  if (target?.value === undefined) return false;
  target.remove();
  return true;
};

export const renameMember: ActionReader = (path, operand) => {
  if (typeof operand !== 'string') {
    throw badParameter(`$rename requires String parameter for 'to', got: ${kindOf(operand)}`);
  }
  const destination = readPath(operand);
  if (destination.text === path.text) {
    throw badPath(`$rename requires that 'source' and \`destination\` differ ('${path.text}')`);
  }
  checkSpecial('$rename', operand);
  return (document) => {
    const source = findTarget(document, path);
    if (source?.value === undefined) return false;
    if (source.isElement) throw badPath(`$rename does not allow ARRAY field as source ('${path.text}')`);
    source.remove();
    const target = makeTarget(document, destination);
    if (target.isElement) throw badPath(`$rename does not allow ARRAY field as destination ('${destination.text}')`);
    target.set(source.value);
    return true;
  };
};

export const currentDate: ActionReader = (path, operand) => {
  const isTyped = operand instanceof Map && operand.size === 1 && operand.get('$type') === 'date';
  if (operand !== true && !isTyped) {
    const wanted = '`true` or `{"$type":"date"}`';
    throw badParameter(`$currentDate requires argument of either ${wanted}, got: \`${printJson(operand)}\``);
  }
  return (document) => {
    makeTarget(document, path).set(new Map<string, Json>([['$date', new JsonNumber(String(Date.now()))]]));
    return true;
  };
};

/** `$min` and `$max`: the operand replaces what is there if it comes before it, or behind. */
export function replaceIf(isWanted: (order: number) => boolean): ActionReader {
  return (path, operand): UpdateAction =>
    (document) => {
      const target = makeTarget(document, path);
      if (target.value !== undefined && !isWanted(compareValues(operand, target.value))) return false;
      target.set(copyOf(operand));
      return true;
    };
}
