/** Dates and times of day as `java.time` reads and prints them, over the range of 64-bit milliseconds. */
import { ConversionError } from './codec.ts';

export const MS_PER_DAY = 86_400_000n;

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Parses a text from left to right. Errors name the index of the first invalid character, as in `java.time`. */
export class TimeReader {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }

  refuse(problem: string): ConversionError {
    return new ConversionError(`Text '${this.text}' could not be parsed${problem}`);
  }

  /** Takes the match of a sticky pattern, or throws. */
  take(pattern: RegExp): string {
    const found = this.tryTake(pattern);
    if (found === undefined) throw this.refuse(` at index ${this.at}`);
    return found;
  }

  tryTake(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** A two-digit field with a range. */
  field(name: string, lowest: number, highest: number, range = `${lowest} - ${highest}`): number {
    const value = Number(this.take(/\d\d/y));
    if (value < lowest || value > highest) this.late(`Invalid value for ${name} (valid values ${range}): ${value}`);
    return value;
  }

  /** Records a problem that `end` reports, unless the text is malformed. */
  late(problem: string): void {
    this.#problem ??= problem;
  }

  end(): void {
    if (this.at < this.text.length) throw this.refuse(`, unparsed text found at index ${this.at}`);
    if (this.#problem) throw this.refuse(`: ${this.#problem}`);
  }

  #problem: string | undefined;
}

/** `yyyy-MM-dd`; years above 9999 have a sign. A day after the end of the month is an error or, if `lenient`, its last day. */
export function readDate(reader: TimeReader, lenient = false): CalendarDate {
  const year = Number(reader.take(/[+]\d{5,10}|-\d{4,10}|\d{4}(?!\d)/y));
  reader.take(/-/y);
  const month = reader.field('MonthOfYear', 1, 12);
  reader.take(/-/y);
  const day = reader.field('DayOfMonth', 1, 31, '1 - 28/31');
  const last = daysInMonth(year, month);
  if (day <= last || lenient) return { year, month, day: Math.min(day, last) };
  reader.late(
    month === 2 && day === 29
      ? `Invalid date 'February 29' as '${year}' is not a leap year`
      : `Invalid date '${MONTHS[month - 1]} ${day}'`,
  );
  return { year, month, day };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function daysOf({ year, month, day }: CalendarDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

export function dateOf(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function printDate({ year, month, day }: CalendarDate): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${digits}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
