/** From the JSON of the Data API to the bytes of a scalar. */
import { type Codec, ConversionError } from '../../../cql/types/codec.ts';
import { duration } from '../../../cql/types/codec-duration.ts';
import { inet } from '../../../cql/types/codec-inet.ts';
import { boolean, text, timeuuid, uuid } from '../../../cql/types/codec-text.ts';
import { date, time } from '../../../cql/types/codec-time.ts';
import type { ScalarName } from '../../../cql/types/scalar-name.ts';
import type { Json } from '../../../shared/json.ts';
import { decimalValue, floatingValue, integerValue } from './number.ts';
import { timestampValue } from './timestamp.ts';
import { KindError, ValueError } from './value-error.ts';
import { type Wrapper, wrapperOf } from './wrapper.ts';

type Read = (value: Json, wrapper: Wrapper | undefined, name: ScalarName) => Uint8Array;

const integer: Read = (value, _, name) => integerValue(name, value);

const READERS: Readonly<Record<ScalarName, Read>> = {
  ascii(value) {
    const bytes = stringValue(text, value);
    const at = bytes.findIndex((byte) => byte > 0x7f);
    if (at < 0) return bytes;
    throw new ValueError(`'${value}' has signs that are not ASCII`);
  },
  bigint: integer,
  blob(_, wrapper) {
    if (wrapper?.type === '$binary') return wrapper.bytes;
    throw new KindError();
  },
  boolean(value) {
    if (typeof value === 'boolean') return boolean.fromJson(value, { compactMaps: true });
    throw new KindError();
  },
  counter() {
    throw new KindError();
  },
  date: (value) => stringValue(date, value),
  decimal: decimalValue,
  double: (value) => floatingValue('double', value),
  duration: (value) => stringValue(duration, value),
  float: (value) => floatingValue('float', value),
  inet: (value) => stringValue(inet, value),
  int: integer,
  smallint: integer,
  text: (value) => stringValue(text, value),
  time: (value) => stringValue(time, value),
  timestamp: timestampValue,
  timeuuid: (value) => stringValue(timeuuid, value),
  tinyint: integer,
  uuid: (value) => stringValue(uuid, value),
  varint: integer,
};

/** @throws ValueError */
export function scalarValue(name: ScalarName, value: Json): Uint8Array {
  return READERS[name](value, wrapperOf(value), name);
}

function stringValue(codec: Codec, value: Json): Uint8Array {
  if (typeof value !== 'string') throw new KindError();
  try {
    return codec.fromText(value, { compactMaps: true });
  } catch (error) {
    if (error instanceof ConversionError) throw new ValueError(error.message);
    throw error;
  }
}
