/** duration: months, days and nanoseconds, which are not converted into each other. */
import { integerBytes, readInteger } from './bytes.ts';
import { scalarCodec } from './codec.ts';
import { bytesOrder } from './ordered.ts';

interface Duration {
  readonly months: bigint;
  readonly days: bigint;
  readonly nanos: bigint;
}

type Part = keyof Duration;

/** Units in their required order, each with the part that it counts and its size in that part. */
const UNITS: readonly (readonly [name: string, part: Part, size: bigint])[] = [
  ['y', 'months', 12n],
  ['mo', 'months', 1n],
  ['w', 'days', 7n],
  ['d', 'days', 1n],
  ['h', 'nanos', 3_600_000_000_000n],
  ['m', 'nanos', 60_000_000_000n],
  ['s', 'nanos', 1_000_000_000n],
  ['ms', 'nanos', 1_000_000n],
  ['us', 'nanos', 1000n],
  ['ns', 'nanos', 1n],
];

/** ISO 8601: with designators, in weeks, or in date form. */
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const ISO_WEEKS = /^P(\d+)W$/;
const ISO_LIKE_DATE = /^P(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/;
const ISO_UNITS = ['y', 'mo', 'd', 'h', 'm', 's'] as const;

export const duration = scalarCodec<Duration>({
  name: 'DURATION',
  strings: true,
  parse: parseDuration,
  serialize: ({ months, days, nanos }) =>
    Buffer.concat([integerBytes(months, 4), integerBytes(days, 4), integerBytes(nanos, 8)]),
  deserialize: (bytes) => ({
    months: readInteger(bytes.subarray(0, 4)),
    days: readInteger(bytes.subarray(4, 8)),
    nanos: readInteger(bytes.subarray(8)),
  }),
  toJson: printDuration,
  toOrdered: bytesOrder,
});

function parseDuration(text: string): Duration | undefined {
  const negative = text.startsWith('-');
  const unsigned = negative ? text.slice(1) : text;
  const amounts = unsigned.startsWith('P') ? isoAmounts(unsigned) : unitAmounts(unsigned);
  const sum = amounts && total(amounts);
  if (!sum) return undefined;
  return negative ? { months: -sum.months, days: -sum.days, nanos: -sum.nanos } : sum;
}

type Amounts = readonly (readonly [unit: string, amount: bigint])[];

function isoAmounts(text: string): Amounts | undefined {
  const weeks = ISO_WEEKS.exec(text);
  if (weeks) return [['w', BigInt(weeks[1] ?? 0)]];
  const match = ISO_LIKE_DATE.exec(text) ?? ISO.exec(text);
  return match ? ISO_UNITS.map((unit, index) => [unit, BigInt(match[index + 1] ?? 0)]) : undefined;
}

function unitAmounts(text: string): Amounts | undefined {
  const amounts = [...text.matchAll(/(\d+)(mo|ms|us|µs|ns|[ywdhms])/gi)];
  if (text === '' || amounts.map(([whole]) => whole).join('') !== text) return undefined;
  const found = amounts.map(
    ([, amount = '0', unit = '']) => [unit.toLowerCase().replace('µ', 'u'), BigInt(amount)] as const,
  );
  const positions = found.map(([unit]) => UNITS.findIndex(([name]) => name === unit));
  return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0))
    ? found
    : undefined;
}

function total(amounts: Amounts): Duration | undefined {
  const sum = { months: 0n, days: 0n, nanos: 0n };
  for (const [unit, amount] of amounts) {
    for (const [name, part, size] of UNITS) if (name === unit) sum[part] += amount * size;
  }
  const fits = sum.months < 2n ** 31n && sum.days < 2n ** 31n && sum.nanos < 2n ** 63n;
  return fits ? sum : undefined;
}

/** Largest units first, without zero units and without weeks. */
function printDuration(value: Duration): string {
  const negative = value.months < 0n || value.days < 0n || value.nanos < 0n;
  const rest = negative ? { months: -value.months, days: -value.days, nanos: -value.nanos } : { ...value };
  let text = '';
  for (const [unit, part, size] of UNITS) {
    const amount = rest[part] / size;
    if (unit === 'w' || amount === 0n) continue;
    text += `${amount}${unit}`;
    rest[part] -= amount * size;
  }
  return negative ? `-${text}` : text;
}
