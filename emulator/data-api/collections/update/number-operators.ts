/** `$inc` and `$mul`. */
import { JsonNumber } from '../../../shared/json.ts';
import { kindOf } from '../../command/fields.ts';
import { add, compareSpelledNumbers, multiply, spelled } from '../values/number.ts';
import type { ActionReader } from './action.ts';
import { badParameter, badTarget } from './refusals.ts';
import { makeTarget } from './target.ts';

/** A sum with a fraction is another number than an integer, even if it has the same value. */
export const inc = arithmetic(
  '$inc',
  add,
  (operand) => operand,
  (value, result, operand) =>
    value.isInteger === (value.isInteger && operand.isInteger) && compareSpelledNumbers(value, result) === 0,
);

/** A product counts as the same number only with as many places behind the point. */
export const mul = arithmetic(
  '$mul',
  multiply,
  () => new JsonNumber('0'),
  (value, result) => value.text === '0' || value.text === result.text,
);

type Combine = (one: JsonNumber, other: JsonNumber) => JsonNumber;

/** @param ofNothing - what a missing member becomes @param isSame - whether a result counts as no change */
function arithmetic(
  operator: string,
  combine: Combine,
  ofNothing: (operand: JsonNumber) => JsonNumber,
  isSame: (value: JsonNumber, result: JsonNumber, operand: JsonNumber) => boolean,
): ActionReader {
  return (path, operand) => {
    if (!(operand instanceof JsonNumber)) {
      throw badParameter(`${operator} requires numeric parameter, got: ${kindOf(operand)}`);
    }
    const number = spelled(operand);
    return (document) => {
      const target = makeTarget(document, path);
      const { value } = target;
      if (value !== undefined && !(value instanceof JsonNumber)) throw badTarget(operator, 'Number', path.text, value);
      const result = value ? combine(value, number) : ofNothing(number);
      target.set(result);
      return !value || !isSame(value, result, operand);
    };
  };
}
