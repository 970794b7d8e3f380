/**
 * Errors that name columns as the client wrote them. What checks values and conditions knows the names of CQL alone; where a field
 * is called otherwise, its name is put in the place of the column's.
 */
import type { GraphQLFieldResolver } from 'graphql';
import { memoize } from '../../datasources/shared/memoize.ts';
import { SourceError } from '../../datasources/source/errors.ts';
import type { Context } from '../shared/context.ts';
import type { TypedTable } from './model.ts';

/** The same resolver, whose errors, thrown or among results, have the names of the graph. Free for tables without such names. */
export function asWritten<Parent, Arguments>(
  typed: TypedTable,
  resolve: GraphQLFieldResolver<Parent, Context, Arguments>,
): GraphQLFieldResolver<Parent, Context, Arguments> {
  const names = otherNames(typed);
  if (names.size === 0) return resolve;
  const fail = (error: unknown): never => {
    throw error instanceof SourceError ? withMessage(error, rename(error.message, names)) : error;
  };
  const show = (payload: unknown) =>
    isBulk(payload) ? { ...payload, results: payload.results.map(showResult) } : payload;
  const showResult = (result: BulkResult): BulkResult =>
    result.error ? { ...result, error: { ...result.error, message: rename(result.error.message, names) } } : result;
  return (parent, args, context, info) => {
    try {
      const answer: unknown = resolve(parent, args, context, info);
      return answer instanceof Promise ? answer.then(show, fail) : show(answer);
    } catch (error) {
      return fail(error);
    }
  };
}

interface BulkResult {
  readonly error: { readonly message: string } | null;
}

function isBulk(payload: unknown): payload is { readonly results: readonly BulkResult[] } {
  return typeof payload === 'object' && payload !== null && Array.isArray(Reflect.get(payload, 'results'));
}

/** Fields by the names of columns and of fields of user-defined types, where they differ. */
function otherNames({ columns, types }: TypedTable): ReadonlyMap<string, string> {
  const all = [
    ...[...types.byName.values()].flatMap(({ fields }) => fields.map(({ name, field }) => [name, field] as const)),
    ...columns.map(({ column, field }) => [column.name, field] as const),
  ];
  return new Map(all.filter(([name, field]) => name !== field));
}

/** Messages have names in quotation marks. */
function rename(message: string, names: ReadonlyMap<string, string>): string {
  return message.replace(patternOf(names), (quoted) => `"${names.get(quoted.slice(1, -1)) ?? ''}"`);
}

const patternOf = memoize((names: ReadonlyMap<string, string>) => {
  const longestFirst = [...names.keys()].sort((one, other) => other.length - one.length);
  return new RegExp(longestFirst.map((name) => `"${name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}"`).join('|'), 'g');
});

/** A copy, because loaders give one error to several fields. */
function withMessage(error: SourceError, message: string): SourceError {
  const copy = Object.create(Object.getPrototypeOf(error), Object.getOwnPropertyDescriptors(error)) as SourceError;
  Object.defineProperty(copy, 'message', { value: message, configurable: true, writable: true, enumerable: false });
  return copy;
}
