/** Points in time as `java.time.Instant` reads them: with seconds, and with `Z` or an offset. */
import { integerBytes } from '../../../cql/types/bytes.ts';
import { dateOf, daysOf, MS_PER_DAY } from '../../../cql/types/calendar.ts';
import type { Json } from '../../../shared/json.ts';
import { KindError, ValueError } from './value-error.ts';
import type { Wrapper } from './wrapper.ts';

const INSTANT =
  /^([+-]\d{4,10}|\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{0,9}))?(?:Z|([+-])(\d\d):(\d\d)(?::(\d\d))?)$/i;

export function timestampValue(value: Json, wrapper: Wrapper | undefined): Uint8Array {
  if (wrapper?.type === '$date') return integerBytes(wrapper.ms, 8);
  if (typeof value !== 'string') throw new KindError();
  const ms = parseInstant(value);
  if (ms === undefined) throw new ValueError(`'${value}' is no point in time such as 2024-02-29T12:34:56Z`);
  return integerBytes(ms, 8);
}

/** Milliseconds since 1970, finer parts cut off; `undefined` for what is none. */
function parseInstant(text: string): bigint | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, years = '', ...parts] = match;
  const [month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(0, 5).map(Number);
  if (years.startsWith('+') && years.length === 5) return undefined;
  const days = daysOf({ year: Number(years), month, day });
  const date = dateOf(days);
  const isTime = hours < 24 || (hours === 24 && minutes === 0 && seconds === 0);
  if (date.month !== month || date.day !== day || !isTime || minutes > 59 || seconds > 59) return undefined;
  const ms = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const [offsetHours = 0, offsetMinutes = 0, offsetSeconds = 0] = match.slice(9, 12).map((part) => Number(part ?? 0));
  if (offsetHours > 18 || offsetMinutes > 59 || offsetSeconds > 59) return undefined;
  const offset = ((offsetHours * 60 + offsetMinutes) * 60 + offsetSeconds) * (match[8] === '-' ? -1 : 1);
  const inDay = ((hours * 60 + minutes) * 60 + seconds - offset) * 1000 + ms;
  return BigInt(days) * MS_PER_DAY + BigInt(inDay);
}
