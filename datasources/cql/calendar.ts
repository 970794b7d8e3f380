/** date, time and timestamp: canonical in the form that upstream prints. */
import type { CqlValue } from '../source/source.ts';
import { trimZeros } from './decimal.ts';
import { fits } from './integer.ts';
import { precisionLost } from './refuse.ts';
import type { Scalar } from './type.ts';

const MS_PER_DAY = 86_400_000n;
const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
const DAYS_TO_1970 = 719_468;

const DATE = /^([+-]\d{4,9}|\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,100}))?)?$/;
const OFFSET = /^(?:Z|([+-])(\d\d)(?::?(\d\d))?)$/i;
const TIMESTAMP = /^(.+)T(.+?)(Z|[+-]\d\d(?::?\d\d)?)$/i;
/** Days that every year has, as upstream prints most dates: canonical as they are. */
const YEARLY_DAY =
  /\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)/.source;
const COMMON_DATE = new RegExp(`^${YEARLY_DAY}$`);
const COMMON_TIMESTAMP = new RegExp(`^${YEARLY_DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{3})?Z$`);
const MAX_OFFSET_MINUTES = 18 * 60;
const MAX_TIME_LENGTH = 'hh:mm:ss.nnnnnnnnn'.length;
const MAX_INSTANT_MS = 2n ** 63n - 1n;
const MAX_DAYS = 2 ** 31 - 1;

export const date: Scalar = {
  expects: 'a date such as "2026-11-24"',
  hint: (value) =>
    typeof value === 'string' && parseDate(value) !== undefined
      ? `Dates go from "${printDate(-MAX_DAYS - 1)}" to "${printDate(MAX_DAYS)}".`
      : undefined,
  canonical: (value) => {
    if (typeof value === 'string' && COMMON_DATE.test(value)) return value;
    const days = typeof value === 'string' ? parseDate(value) : undefined;
    return days !== undefined && fits(BigInt(days), 32) ? printDate(days) : undefined;
  },
  compare: (one, other) => (parseDate(String(one)) ?? 0) - (parseDate(String(other)) ?? 0),
};

export const time: Scalar = {
  expects: 'a time of day such as "10:15:30.123456789"',
  hint: (value) => {
    const given = typeof value === 'string' ? parseTime(value)?.canonical : undefined;
    const kept = given && parseTime(given.slice(0, MAX_TIME_LENGTH))?.canonical;
    return kept && precisionLost('nanoseconds', kept);
  },
  canonical: (value) => {
    const parsed = typeof value === 'string' ? parseTime(value) : undefined;
    return parsed && parsed.canonical.length <= MAX_TIME_LENGTH ? parsed.canonical : undefined;
  },
  compare: (one, other) => (one === other ? 0 : String(one) < String(other) ? -1 : 1),
};

export const timestamp: Scalar = {
  expects: 'a time such as "2026-11-24T10:15:30.123Z", with an offset,',
  hint: (value) => {
    const instant = parseInstant(value);
    if (!instant) return undefined;
    if (fits(instant.ms, 64)) return precisionLost('milliseconds', printInstant(instant.ms));
    return `Times go from "${printInstant(-MAX_INSTANT_MS - 1n)}" to "${printInstant(MAX_INSTANT_MS)}".`;
  },
  canonical: (value) => {
    if (typeof value === 'string' && COMMON_TIMESTAMP.test(value)) return value.replace('.000Z', 'Z');
    const instant = parseInstant(value);
    return instant && !instant.isCut && fits(instant.ms, 64) ? printInstant(instant.ms) : undefined;
  },
  compare: (one, other) => {
    const difference = (parseInstant(one)?.ms ?? 0n) - (parseInstant(other)?.ms ?? 0n);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  },
};

interface Instant {
  readonly ms: bigint;
  /** Whether its text has digits beyond the millisecond. */
  readonly isCut: boolean;
}

/** A number is milliseconds since 1970, as in the JSON of upstream. */
function parseInstant(value: CqlValue): Instant | undefined {
  if (typeof value === 'number') {
    const ms = Math.floor(value);
    return Number.isSafeInteger(ms) ? { ms: BigInt(ms), isCut: ms !== value } : undefined;
  }
  const match = typeof value === 'string' ? TIMESTAMP.exec(value) : null;
  if (!match) return undefined;
  const days = parseDate(match[1] ?? '');
  const time = parseTime(match[2] ?? '');
  const offsetMinutes = parseOffset(match[3] ?? '');
  if (days === undefined || !time || offsetMinutes === undefined) return undefined;
  const ms = (time.seconds - offsetMinutes * 60) * 1000 + Number(time.digits.slice(0, 3).padEnd(3, '0'));
  return { ms: BigInt(days) * MS_PER_DAY + BigInt(ms), isCut: time.digits.length > 3 };
}

function printInstant(instantMs: bigint): string {
  const msOfDay = ((instantMs % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  const days = Number((instantMs - msOfDay) / MS_PER_DAY);
  const clock = new Date(Number(msOfDay)).toISOString().slice(11, -1).replace('.000', '');
  return `${printDate(days)}T${clock}Z`;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; `undefined` for a day that does not exist. */
function parseDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = toDays(year, month, day);
  return month >= 1 && month <= 12 && printDate(days).endsWith(`-${match[2]}-${match[3]}`) ? days : undefined;
}

/** Counts from March, so that the leap day is the last of its year; eras of 400 years are all alike. */
function toDays(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
}

function printDate(days: number): string {
  const shifted = days + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  // Within one era the built-in calendar is exact, whatever the year is.
  const inEra = new Date((dayOfEra - DAYS_TO_1970 + 5 * DAYS_PER_ERA) * Number(MS_PER_DAY));
  const year = inEra.getUTCFullYear() + (era - 5) * YEARS_PER_ERA;
  return `${printYear(year)}${inEra.toISOString().slice(4, 10)}`;
}

function printYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : year > 9999 ? '+' : ''}${digits}`;
}

/** `digits` are the digits of the fraction of a second, without trailing zeros. */
function parseTime(text: string): { seconds: number; digits: string; canonical: string } | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hour = '', minute = '', second = '00', fraction = ''] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const digits = trimZeros(fraction);
  return {
    seconds: Number(hour) * 3600 + Number(minute) * 60 + Number(second),
    digits,
    canonical: `${hour}:${minute}:${second}${digits && `.${digits}`}`,
  };
}

function parseOffset(text: string): number | undefined {
  const match = OFFSET.exec(text);
  if (!match) return undefined;
  const [, sign, hours = '0', minutes = '0'] = match;
  const total = Number(hours) * 60 + Number(minutes);
  if (total > MAX_OFFSET_MINUTES || Number(minutes) > 59) return undefined;
  return sign === '-' ? -total : total;
}
