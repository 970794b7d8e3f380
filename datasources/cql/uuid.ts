/** uuid and timeuuid: canonical in lower case. */
import type { CqlValue } from '../source/source.ts';
import type { Scalar } from './type.ts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

export const uuid: Scalar = {
  expects: 'a UUID such as "6f1c5d3e-2f64-4c7a-9d0b-0a1b2c3d4e5f"',
  canonical: (value) => (typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : undefined),
  compare: compareUuids,
};

export const timeuuid: Scalar = {
  expects: 'a UUID of version 1 such as "8b1ad5e0-9a1f-11ec-8d3d-0242ac130003"',
  canonical: (value) => {
    const canonical = uuid.canonical(value);
    return versionOf(String(canonical)) === '1' ? canonical : undefined;
  },
  compare: compareUuids,
};

/** By version, then version 1 by its time, then by bytes. */
function compareUuids(one: CqlValue, other: CqlValue): number {
  const [left, right] = [sortable(String(one)), sortable(String(other))];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortable(canonical: string): string {
  const version = versionOf(canonical);
  if (version !== '1') return version + canonical;
  const [low = '', middle = '', high = '', ...rest] = canonical.split('-');
  return version + high + middle + low + flipSigns(rest.join(''));
}

/** Cassandra compares the bytes after the time as signed bytes. */
function flipSigns(hexadecimal: string): string {
  const bytes = Buffer.from(hexadecimal, 'hex');
  return Buffer.from(bytes.map((byte) => byte ^ 0x80)).toString('hex');
}

function versionOf(uuid: string): string {
  return uuid[14] ?? '';
}
