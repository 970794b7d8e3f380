/** The scalar types of CQL by what the Data API does with them. */
import type { ScalarName } from '../../../cql/types/scalar-name.ts';

const CREATABLE: readonly ScalarName[] = [
  'ascii',
  'bigint',
  'blob',
  'boolean',
  'date',
  'decimal',
  'double',
  'duration',
  'float',
  'inet',
  'int',
  'smallint',
  'text',
  'time',
  'timestamp',
  'tinyint',
  'uuid',
  'varint',
];

/** Known, and met in tables made elsewhere, but not to be made. */
const ONLY_KNOWN: readonly ScalarName[] = ['counter', 'timeuuid'];

export const KNOWN_SCALARS: readonly ScalarName[] = [...CREATABLE, ...ONLY_KNOWN].toSorted();

export function knownScalar(word: string): ScalarName | undefined {
  return KNOWN_SCALARS.find((name) => name === word);
}

export function isCreatable(name: ScalarName): boolean {
  return CREATABLE.includes(name);
}
