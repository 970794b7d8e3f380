/** Java classes of Cassandra that may stand for a type. */
import { invalidArgument } from './refusal.ts';
import type { ScalarName } from './scalar-name.ts';

const JAVA_CLASSES: Readonly<Record<string, ScalarName>> = {
  AsciiType: 'ascii',
  BooleanType: 'boolean',
  BytesType: 'blob',
  CounterColumnType: 'counter',
  DecimalType: 'decimal',
  DoubleType: 'double',
  DurationType: 'duration',
  FloatType: 'float',
  InetAddressType: 'inet',
  Int32Type: 'int',
  IntegerType: 'varint',
  LongType: 'bigint',
  ByteType: 'tinyint',
  ShortType: 'smallint',
  SimpleDateType: 'date',
  TimeType: 'time',
  TimestampType: 'timestamp',
  TimeUUIDType: 'timeuuid',
  UTF8Type: 'text',
  UUIDType: 'uuid',
};

/** The type that a class stands for; its package may be left out. */
export function javaType(className: string): ScalarName {
  const simple = className.replace('org.apache.cassandra.db.marshal.', '');
  const name = Object.hasOwn(JAVA_CLASSES, simple) ? JAVA_CLASSES[simple] : undefined;
  if (!name) throw invalidArgument(`Unable to find abstract-type class '${className}'`);
  return name;
}
