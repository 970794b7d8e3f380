/** Identifiers made for documents that bring none, and for what is written. */
import { randomBytes, randomUUID } from 'node:crypto';
import { type DocumentId, readId } from './id.ts';

export const ID_TYPES = ['objectId', 'uuid', 'uuidv6', 'uuidv7'] as const;
export type IdType = (typeof ID_TYPES)[number];

const PROCESS = randomBytes(5).toString('hex');
/** Between 15 October 1582 and 1970, in units of 100 nanoseconds. */
const GREGORIAN_OFFSET = 0x01b21dd213814000n;
const UNITS_PER_MS = 10_000n;

let count = randomBytes(3).readUIntBE(0, 3);
let lastUnits = 0n;

/** Without a type the text of a UUID, else a value of that type. */
export function newId(type: IdType | undefined): DocumentId {
  switch (type) {
    case undefined:
      return readId(randomUUID());
    case 'objectId':
      return readId(new Map([['$objectId', objectId()]]));
    case 'uuid':
      return readId(new Map([['$uuid', randomUUID()]]));
    case 'uuidv6':
      return readId(new Map([['$uuid', version6()]]));
    case 'uuidv7':
      return readId(new Map([['$uuid', version7()]]));
  }
}

/** A UUID of version 1, whose first bits are the fastest to change. */
export function newTimeUuid(): string {
  const time = hex(units() + GREGORIAN_OFFSET, 15);
  return dashed(`${time.slice(7)}${time.slice(3, 7)}1${time.slice(0, 3)}`);
}

/** Seconds, something random for the process, a counter. */
function objectId(): string {
  count = (count + 1) % 0x1000000;
  return hex(BigInt(Math.floor(Date.now() / 1000)), 8) + PROCESS + hex(BigInt(count), 6);
}

/** The time in units of 100 nanoseconds, never the same twice, so that later ones are greater. */
function units(): bigint {
  const now = BigInt(Date.now()) * UNITS_PER_MS;
  lastUnits = now > lastUnits ? now : lastUnits + 1n;
  return lastUnits;
}

function version6(): string {
  const time = hex(units() + GREGORIAN_OFFSET, 15);
  return dashed(`${time.slice(0, 12)}6${time.slice(12)}`);
}

/** The part of a millisecond fills the twelve bits behind the version; it stays below 10,000 of 16,384 by two more. */
function version7(): string {
  const time = units();
  const part = time % UNITS_PER_MS;
  return dashed(`${hex(time / UNITS_PER_MS, 12)}7${hex(part >> 2n, 3)}`, Number(part & 3n));
}

/** @param time - 16 hexadecimal digits @param order - two bits that come right behind the variant */
function dashed(time: string, order = randomBytes(1).readUInt8() & 3): string {
  const rest = randomBytes(8);
  rest[0] = 0x80 | (order << 4) | ((rest[0] ?? 0) & 0x0f);
  const text = time + rest.toString('hex');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function hex(value: bigint, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
