/** How updates are refused. */

import type { Json } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';

export function badParameter(problem: string): CommandFailure {
  const message = `Unsupported update operation parameter: ${problem}.`;
  return refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATION_PARAM', message);
}

export function badPath(problem: string): CommandFailure {
  return refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATION_PATH', `Unsupported update operation path: ${problem}.`);
}

export function badModifier(problem: string): CommandFailure {
  const message = `Unsupported update operation modifier: ${problem}.`;
  return refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATION_MODIFIER', message);
}

export function badOperation(problem: string): CommandFailure {
  return refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATION', `Unsupported update operation: ${problem}.`);
}

export function badDataType(what: string, value: Json): CommandFailure {
  const message = `Unsupported update data type: update data type for ${what} must be JSON Object, was: ${kindOf(value)}.`;
  return refused('UPDATE', 'UNSUPPORTED_UPDATE_DATA_TYPE', message);
}

/** What is at a path cannot be changed in this way. */
export function badTarget(operator: string, wanted: 'Number' | 'Array', path: string, value: Json): CommandFailure {
  const problem = `${operator} requires target to be ${wanted}; value at '${path}' of type ${kindOf(value)}`;
  const message = `Unsupported target JSON value for update operation: ${problem}.`;
  return refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATION_TARGET', message);
}
