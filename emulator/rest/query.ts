/** The query parameters of row calls. */

import { type Query, ServiceError } from '../core/service.ts';
import type { Ordering } from '../cql/read/ordering.ts';
import type { MapForm } from '../cql/types/codec.ts';
import { parseBase64 } from '../cql/types/codec-text.ts';
import { parseJson } from '../shared/json.ts';

const DEFAULT_PAGE_SIZE = 100;
const MAX_INT = 2 ** 31 - 1;

export function mapForm(query: Query): MapForm {
  return { compactMaps: query.flag('compactMapData', true) };
}

/** Rows per page: 100 unless the number is positive; 404 for a text that is not a 32-bit integer. */
export function pageSize(query: Query): number {
  const text = query.text('page-size');
  if (text === undefined) return DEFAULT_PAGE_SIZE;
  const size = Number(text);
  const isInteger = /^[+-]?\d+$/.test(text) && size <= MAX_INT && size >= -MAX_INT - 1;
  if (!isInteger) throw new ServiceError(404, 'HTTP 404 Not Found');
  return size > 0 ? size : DEFAULT_PAGE_SIZE;
}

/** The bytes of the page state; throws `ConversionError` for invalid Base64. */
export function pageState(query: Query): Uint8Array | undefined {
  const text = query.text('page-state');
  return text === undefined ? undefined : parseBase64(text);
}

/** The names in `fields`, trimmed; an empty list means all columns. */
export function fieldNames(query: Query): string[] {
  const names = (query.text('fields') ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

/** The order of `sort`. Only `desc`, case-sensitive, is descending. */
export function sortOrder(query: Query): Ordering[] {
  const text = query.text('sort');
  if (!text?.trim()) return [];
  const order = parsedSort(text);
  if (!(order instanceof Map)) throw invalidSort(`not JSON Object (${text})`);
  return [...order].map(([column, direction]) => ({ column, descending: direction === 'desc' }));
}

function parsedSort(text: string): ReturnType<typeof parseJson> {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidSort(`not valid JSON (${text}): ${error.message}`);
    throw error;
  }
}

function invalidSort(problem: string): ServiceError {
  return new ServiceError(400, `Invalid 'sort' parameter, problem: Invalid 'sort' argument, ${problem}`);
}
