/** Values as the Data API prints them (Data API contract, values). What has no value is left out. */
import { WrongBody } from '../../http/body.ts';
import { isJsonObject, type JsonValue, membersOf } from '../../json/json-value.ts';
import { kindOf } from '../../json/shape.ts';
import { createDecode, elementsOf, wrongKind } from '../../rows/row-decode.ts';
import { inUnits } from './duration.ts';

export const decode = createDecode({
  unwrap(name, value) {
    if (name === 'blob') return bytesOf(value);
    return name === 'duration' && typeof value === 'string' ? inUnits(value) : value;
  },
  /** Maps with text as keys are objects, all others are lists of pairs. */
  entriesOf(value) {
    if (isJsonObject(value)) return membersOf(value);
    return elementsOf(value).map((pair) => {
      if (!Array.isArray(pair) || pair.length !== 2)
        throw new WrongBody(`a pair of a key and a value is due, and ${kindOf(pair)} came`);
      return [pair[0] ?? null, pair[1] ?? null];
    });
  },
});

/** `{"$binary": base64}`. */
function bytesOf(value: JsonValue): JsonValue {
  const bytes = isJsonObject(value) ? value.$binary : undefined;
  if (typeof bytes !== 'string') throw wrongKind('blob', value);
  return bytes;
}
