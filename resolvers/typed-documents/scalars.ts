/**
 * Scalars of described documents: how each stands in JSON. Whole numbers of any size stand there as numbers and decimals of any
 * precision as text; dates, times and such are text in one of the spellings that columns take. What a Data API holds in a type
 * of its own, such as `{"$date": 0}`, is read too.
 */
import { scalars } from '../../datasources/cql/scalars.ts';
import type { ScalarName } from '../../datasources/cql/type.ts';
import { childOf } from '../../datasources/documents/values.ts';
import type { Json } from '../../datasources/source/source.ts';

export interface ScalarRule {
  /** What JSON has, for messages. */
  readonly expects: string;
  /** The value in the graph; `undefined` for JSON that does not fit. */
  read(value: Json): unknown;
  /** The value in the document; `undefined` for an input that does not fit. */
  write(value: unknown): Json | undefined;
  /** Whether values are compared by size. */
  readonly isOrdered: boolean;
}

const text = (expects: string, fits: (value: string) => boolean, isOrdered = true): ScalarRule => ({
  expects,
  isOrdered,
  read: (value) => (typeof value === 'string' && fits(value) ? value : undefined),
  write: (value) => (typeof value === 'string' && fits(value) ? value : undefined),
});

/** Text that a column of the type would take. @param extended - the name by which a Data API marks such a value */
const cqlText = (name: ScalarName, isOrdered = true, extended?: string): ScalarRule => {
  const rule = text(scalars[name].expects, (value) => scalars[name].canonical(value) !== undefined, isOrdered);
  return {
    ...rule,
    read: (value) => rule.read(value) ?? scalars[name].canonical(extendedValue(value, extended) ?? null),
  };
};

/** The value within an object whose one member says of what type it is. */
function extendedValue(value: Json, name: string | undefined): Json | undefined {
  if (name === undefined || typeof value !== 'object' || value === null || Object.keys(value).length !== 1)
    return undefined;
  return childOf(value, name);
}

const MAX_INT = 2 ** 31;
const isInt = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= -MAX_INT && Number(value) < MAX_INT;

const BIG_INT: ScalarRule = {
  expects: 'a whole number',
  isOrdered: true,
  read: (value) => (Number.isInteger(value) ? BigInt(Number(value)).toString() : undefined),
  write: (value) => {
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    // A document holds doubles: what they cannot carry is refused.
    return Number.isSafeInteger(number) ? Number(number) : undefined;
  },
};

const ID: ScalarRule = {
  expects: 'text or a whole number',
  isOrdered: false,
  read: (value) => {
    const id = extendedValue(value, '$uuid') ?? extendedValue(value, '$objectId') ?? value;
    return typeof id === 'string' || Number.isSafeInteger(id) ? String(id) : undefined;
  },
  write: (value) => (typeof value === 'string' ? value : undefined),
};

const RULES = {
  String: text('text', () => true),
  Int: {
    expects: 'a whole number of 32 bits',
    isOrdered: true,
    read: (value) => (isInt(value) ? value : undefined),
    write: (value) => (isInt(value) ? value : undefined),
  },
  Float: {
    expects: 'a number',
    isOrdered: true,
    read: (value) => (typeof value === 'number' ? value : undefined),
    write: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  },
  Boolean: {
    expects: 'true or false',
    isOrdered: false,
    read: (value) => (typeof value === 'boolean' ? value : undefined),
    write: (value) => (typeof value === 'boolean' ? value : undefined),
  },
  ID,
  JSON: { expects: 'JSON', isOrdered: true, read: (value) => value, write: (value) => value as Json },
  BigInt: BIG_INT,
  Decimal: cqlText('decimal', false),
  DateTime: cqlText('timestamp', true, '$date'),
  LocalDate: cqlText('date'),
  LocalTime: cqlText('time'),
  Duration: cqlText('duration', false),
  UUID: cqlText('uuid', false, '$uuid'),
  IP: cqlText('inet', false),
  Base64: cqlText('blob', false, '$binary'),
} satisfies Readonly<Record<string, ScalarRule>>;

export type DocumentScalar = keyof typeof RULES;

export const DOCUMENT_SCALARS: Readonly<Record<DocumentScalar, ScalarRule>> = RULES;

export function isDocumentScalar(name: string): name is DocumentScalar {
  return Object.hasOwn(RULES, name);
}
