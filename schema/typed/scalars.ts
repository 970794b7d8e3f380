/** The scalars of typed graphs, by the names that they have elsewhere too. Values are those of the universal graph. */
import { GraphQLScalarType, type GraphQLScalarTypeConfig } from 'graphql';
import { scalars } from '../../resolvers/scalars/scalars.ts';

const DESCRIPTIONS: Readonly<Record<string, readonly [description: string, specifiedBy?: string]>> = {
  BigInt: ['A whole number of any size, as a string of digits. Numbers that JSON carries exactly are accepted too.'],
  Decimal: ['A decimal number of any precision, as a string such as `12.50`. Trailing zeros are kept.'],
  DateTime: [
    'A point in time in UTC, such as `2026-03-01T12:00:00.000Z`.',
    'https://scalars.graphql.org/andimarek/date-time.html',
  ],
  LocalDate: [
    'A day without a time zone, such as `2026-03-01`.',
    'https://scalars.graphql.org/andimarek/local-date.html',
  ],
  LocalTime: ['A time of day without a time zone, to nanoseconds, such as `08:30:00`.'],
  Duration: ['Months, days and nanoseconds in the units of CQL, such as `1mo2d3h`.'],
  UUID: ['A UUID in lower case.', 'https://tools.ietf.org/html/rfc4122'],
  IP: ['An IPv4 or IPv6 address.'],
  Base64: ['Bytes in standard base64.', 'https://tools.ietf.org/html/rfc4648'],
};

/** Literals and variables are read as in the universal graph, so no digit is lost. */
const READER = scalars.CqlValue;

const JSON_SCALAR = new GraphQLScalarType({ name: 'JSON', description: 'Any JSON value.', ...scalars.JSON });

/** New ones for each schema would cost time and mean the same. */
export const TYPED_SCALARS: ReadonlyMap<string, GraphQLScalarType> = new Map([
  [JSON_SCALAR.name, JSON_SCALAR],
  ...Object.entries(DESCRIPTIONS).map(
    ([name, [description, specifiedByURL]]) =>
      [name, new GraphQLScalarType(configOf(name, description, specifiedByURL))] as const,
  ),
]);

function configOf(
  name: string,
  description: string,
  specifiedByURL: string | undefined,
): GraphQLScalarTypeConfig<unknown, unknown> {
  return {
    name,
    description,
    ...(specifiedByURL && { specifiedByURL }),
    ...READER,
  };
}
