/** `$inc` and `$mul`. */
import { JsonNumber } from '../../../json.ts';
import { kindOf } from '../../command/fields.ts';
import { compareNumbers, spelled } from '../values/number.ts';
import type { ActionReader } from './action.ts';
import { badParameter, badTarget } from './refusals.ts';
import { makeTarget } from './target.ts';

type Combine = (one: JsonNumber, other: JsonNumber) => JsonNumber;

/** @param ofNothing - what a missing member becomes */
export function arithmetic(
  operator: string,
  combine: Combine,
  ofNothing: (operand: JsonNumber) => JsonNumber,
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
      return !value || compareNumbers(value, result) !== 0;
    };
  };
}
