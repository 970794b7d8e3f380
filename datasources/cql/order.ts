/** The order in which Cassandra keeps values in sets, maps and clustering keys. */
import type { CqlValue } from '../source/source.ts';
import { scalars } from './scalars.ts';
import type { CqlType } from './type.ts';

/** Compares two canonical values. Containers compare element by element, and a shorter one comes first. */
export function compareValues(type: CqlType, one: CqlValue, other: CqlValue): number {
  if (type.kind === 'scalar') return scalars[type.name].compare(one, other);
  const [left, right] = [parts(type, one), parts(type, other)];
  for (const [index, part] of left.entries()) {
    const counterpart = right[index];
    if (!counterpart) return 1;
    const difference = compareValues(part.type, part.value, counterpart.value);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

interface Part {
  readonly type: CqlType;
  readonly value: CqlValue;
}

const TEXT: CqlType = { kind: 'scalar', name: 'text' };

function parts(type: CqlType, value: CqlValue): readonly Part[] {
  if (typeof value !== 'object' || value === null) return [];
  if (type.kind === 'map') return mapParts(type.key, type.value, value);
  if (!Array.isArray(value)) return [{ type: TEXT, value: JSON.stringify(value) }];
  if (type.kind === 'tuple') {
    return value.map((member: CqlValue, index) => ({ type: type.members[index] ?? TEXT, value: member }));
  }
  const element = type.kind === 'list' || type.kind === 'set' || type.kind === 'vector' ? type.element : TEXT;
  return value.map((member: CqlValue) => ({ type: element, value: member }));
}

function mapParts(keyType: CqlType, valueType: CqlType, map: object): readonly Part[] {
  const entries: readonly (readonly [CqlValue, CqlValue])[] = Array.isArray(map)
    ? map.map(({ key, value }) => [key, value] as const)
    : Object.entries(map);
  return entries.flatMap(([key, value]) => [
    { type: keyType, value: key },
    { type: valueType, value },
  ]);
}
