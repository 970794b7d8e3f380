/** `$slice`: which elements of a list are shown. */
import { type Json, JsonNumber, type JsonObject, printJson } from '../../../shared/json.ts';
import { kindOf } from '../../command/fields.ts';
import { invalidProjection } from '../shared/refusals.ts';

export interface Slice {
  /** Counted from the end when negative. */
  readonly skip: number;
  readonly count: number;
}

export function readSlice(path: string, operators: JsonObject): Slice {
  const stranger = [...operators.keys()].find((name) => name !== '$slice');
  if (stranger !== undefined) {
    throw invalidProjection(`unsupported projection operator '${stranger}' (only '$slice' supported)`);
  }
  const operand = operators.get('$slice') ?? null;
  const [first, second] = (Array.isArray(operand) ? operand : [operand]).map(wholeNumber);
  if (Array.isArray(operand)) {
    if (operand.length !== 2 || first === undefined || second === undefined) throw badSlice(path, operand);
    if (second < 0) {
      throw invalidProjection(`path ('${path}') has unsupported parameter for '$slice' (Array): second Number`);
    }
    return { skip: first, count: second };
  }
  if (first === undefined) throw badSlice(path, operand);
  return first < 0 ? { skip: first, count: -first } : { skip: 0, count: first };
}

export function sliced(list: readonly Json[], { skip, count }: Slice): Json[] {
  const start = skip < 0 ? Math.max(list.length + skip, 0) : skip;
  return list.slice(start, start + count);
}

function wholeNumber(value: Json): number | undefined {
  return value instanceof JsonNumber && value.isInteger ? Number(value.text) : undefined;
}

function badSlice(path: string, operand: Json) {
  const rule = 'only Number or Array with 2 Numbers accepted';
  return invalidProjection(
    `path ('${path}') has unsupported parameter for '$slice' (${kindOf(operand)}): ${rule}, not ${printJson(operand)}`,
  );
}
