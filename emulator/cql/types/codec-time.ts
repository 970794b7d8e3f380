/** date, time and timestamp. */
import { JsonNumber } from '../../shared/json.ts';
import { integerBytes, readInteger } from './bytes.ts';
import { dateOf, daysOf, MS_PER_DAY, printDate, readDate, TimeReader, twoDigits } from './calendar.ts';
import { ConversionError, scalarCodec } from './codec.ts';
import { signedOrder } from './ordered.ts';

const NANOS_PER_SECOND = 1_000_000_000n;
/** Dates are stored as unsigned numbers; 1970-01-01 is the middle of the range. */
const EPOCH_DAY = 2n ** 31n;

export const date = scalarCodec<number>({
  name: 'DATE',
  strings: true,
  parse(text) {
    const reader = new TimeReader(text);
    const day = readDate(reader);
    reader.end();
    const days = daysOf(day);
    if (Math.abs(days) > Number(EPOCH_DAY)) throw new ConversionError('Date out of range');
    return days;
  },
  serialize: (days) => integerBytes(BigInt(days) + EPOCH_DAY, 4),
  deserialize: (bytes) => Number(BigInt.asUintN(32, readInteger(bytes)) - EPOCH_DAY),
  toJson: (days) => printDate(dateOf(days)),
  toOrdered: (bytes) => bytes,
});

/** Nanoseconds since midnight. */
export const time = scalarCodec<bigint>({
  name: 'TIME',
  strings: true,
  parse(text) {
    const reader = new TimeReader(text);
    const hours = reader.field('HourOfDay', 0, 23);
    reader.take(/:/y);
    const minutes = reader.field('MinuteOfHour', 0, 59);
    const seconds = reader.tryTake(/:(?=\d\d)/y) ? reader.field('SecondOfMinute', 0, 59) : 0;
    const fraction = reader.tryTake(/(?<=:\d\d:\d\d)\.\d{0,9}/y) ?? '';
    reader.end();
    const wholeSeconds = BigInt((hours * 60 + minutes) * 60 + seconds);
    return wholeSeconds * NANOS_PER_SECOND + BigInt(fraction.slice(1).padEnd(9, '0'));
  },
  serialize: (nanos) => integerBytes(nanos, 8),
  deserialize: readInteger,
  toJson: (nanos) => timeOfDay(nanos, (digits) => digits.replace(/0+$/, '')),
  // LocalTime omits zero seconds, and prints the fraction in groups of three digits.
  toText: (nanos) => timeOfDay(nanos, (digits) => digits.replace(/(000)+$/, '')).replace(/(?<=^\d\d:\d\d):00$/, ''),
  toOrdered: signedOrder,
});

/** Milliseconds since 1970. */
export const timestamp = scalarCodec<bigint>({
  name: 'TIMESTAMP',
  strings: true,
  parse: parseTimestamp,
  coerce: (value) =>
    value instanceof JsonNumber && value.isInteger ? BigInt.asIntN(64, BigInt(value.text)) : undefined,
  serialize: (ms) => integerBytes(ms, 8),
  deserialize: readInteger,
  toJson: printTimestamp,
  toOrdered: signedOrder,
});

function timeOfDay(nanos: bigint, shortened: (digits: string) => string): string {
  const fraction = shortened(String(nanos % NANOS_PER_SECOND).padStart(9, '0'));
  return clock(Number(nanos / NANOS_PER_SECOND)) + (fraction ? `.${fraction}` : '');
}

function clock(seconds: number): string {
  return `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
}

/** `yyyy-MM-ddTHH:mm:ss`, up to six fractional digits, and a required offset. */
function parseTimestamp(text: string): bigint {
  const reader = new TimeReader(text);
  const day = readDate(reader, true);
  reader.take(/T/y);
  const hours = reader.field('HourOfDay', 0, 24, '0 - 23');
  reader.take(/:/y);
  const minutes = reader.field('MinuteOfHour', 0, 59);
  reader.take(/:/y);
  const seconds = reader.field('SecondOfMinute', 0, 59);
  const fraction = reader.tryTake(/\.\d{0,6}/y) ?? '';
  if (hours === 24 && minutes + seconds > 0) reader.late('Invalid value for HourOfDay (valid values 0 - 23): 24');
  const offset = reader.tryTake(/Z|[+-]\d\d(?::?[0-5]\d)?/y);
  reader.end();
  const clockMs = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.slice(1, 4).padEnd(3, '0'));
  if (offset === undefined) {
    const local = `${printDate(day)}T${clock(((hours * 60 + minutes) * 60 + seconds) % 86_400)}`;
    throw reader.refuse(
      `: Unable to obtain Instant from TemporalAccessor: {},ISO resolved to ${local.replace(/:00$/, '')} of type java.time.format.Parsed`,
    );
  }
  return BigInt(daysOf(day)) * MS_PER_DAY + BigInt(clockMs - offsetMs(offset));
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = '0', minutes = '0'] = [offset.slice(1, 3), offset.slice(3).replace(':', '') || '0'];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return offset.startsWith('-') ? -ms : ms;
}

function printTimestamp(ms: bigint): string {
  const inDay = Number(((ms % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY);
  const days = Number((ms - BigInt(inDay)) / MS_PER_DAY);
  const fraction = inDay % 1000 ? `.${String(inDay % 1000).padStart(3, '0')}` : '';
  return `${printDate(dateOf(days))}T${clock(Math.floor(inDay / 1000))}${fraction}Z`;
}
