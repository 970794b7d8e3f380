/** The codec of each type. */
import type { Keyspace } from '../../core/catalog.ts';
import type { Codec } from './codec.ts';
import { listCodec, setCodec } from './codec-collection.ts';
import { duration } from './codec-duration.ts';
import { inet } from './codec-inet.ts';
import { bigint, counter, int, smallint, tinyint, varint } from './codec-integer.ts';
import { mapCodec } from './codec-map.ts';
import { decimal, double, float } from './codec-number.ts';
import { ascii, blob, boolean, text, timeuuid, uuid } from './codec-text.ts';
import { date, time, timestamp } from './codec-time.ts';
import { tupleCodec, udtCodec } from './codec-tuple.ts';
import { vectorCodec } from './codec-vector.ts';
import type { ScalarName } from './scalar-name.ts';
import { type CqlType, parseType } from './type.ts';

const SCALAR_CODECS: Readonly<Record<ScalarName, Codec>> = {
  ascii,
  bigint,
  blob,
  boolean,
  counter,
  date,
  decimal,
  double,
  duration,
  float,
  inet,
  int,
  smallint,
  text,
  time,
  timestamp,
  timeuuid,
  tinyint,
  uuid,
  varint,
};

/** @param types - the user-defined types of the keyspace */
export function codecOf(type: CqlType, types: Keyspace['types']): Codec {
  switch (type.kind) {
    case 'scalar':
      return SCALAR_CODECS[type.name];
    case 'list':
      return listCodec(codecOf(type.element, types));
    case 'set':
      return setCodec(codecOf(type.element, types));
    case 'map':
      return mapCodec(codecOf(type.key, types), codecOf(type.value, types));
    case 'tuple':
      return tupleCodec(type.members.map((member) => codecOf(member, types)));
    case 'vector':
      return vectorCodec(type.dimension);
    case 'udt': {
      const fields = types[type.name]?.fields ?? [];
      return udtCodec(
        type.name,
        type.frozen,
        fields.map((field) => ({ name: field.name, codec: codecOf(parseType(field.type), types) })),
      );
    }
  }
}
