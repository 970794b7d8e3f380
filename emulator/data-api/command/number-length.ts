/** How long numbers in a request may be. */
import { type Json, JsonNumber } from '../../shared/json.ts';
import { refused } from './errors.ts';

const MAX_DIGITS = 100;
const MAY_BE_TOO_LONG = new RegExp(`[-+.eE\\d]{${MAX_DIGITS + 1}}`);

/** @param text - what `value` was parsed from: most have no run of digits that needs a look at each number */
export function checkNumbers(text: string, value: Json): void {
  if (MAY_BE_TOO_LONG.test(text)) checkEach(value);
}

function checkEach(value: Json): void {
  if (value instanceof JsonNumber) checkLength(value);
  else if (Array.isArray(value)) value.forEach(checkEach);
  else if (value instanceof Map) for (const member of value.values()) checkEach(member);
}

function checkLength({ text }: JsonNumber): void {
  const length = text.replace(/[-+.eE]/g, '').length;
  if (length <= MAX_DIGITS) return;
  const message = `Document size limitation violated: Number value length (${length}) exceeds the maximum allowed (${MAX_DIGITS}).`;
  throw refused('DOCUMENT', 'SHRED_DOC_LIMIT_VIOLATION', message);
}
