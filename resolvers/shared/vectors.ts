/** Vectors in arguments and inputs, checked before a call. */
import { InputError, NotSupportedError } from '../../datasources/source/errors.ts';
import type { Context } from './context.ts';

/** A list of numbers as GraphQL passes it on; a literal such as `1e400` comes as Infinity. */
export type VectorInput = readonly number[];

/** The most numbers that a vector can have. */
export const MAX_DIMENSION = 4096;

/** @throws NotSupportedError - before any call to the data of the database */
export async function requireVectorSearch(databaseId: string, { source }: Context): Promise<void> {
  const capabilities = await source.databases.capabilities(databaseId);
  if (capabilities.includes('VECTOR_SEARCH')) return;
  throw new NotSupportedError(
    `The database "${databaseId}" has no vector search (VECTOR_SEARCH is not among its capabilities). It is there for databases whose data the Data API serves: leave out "near", or ask such a database.`,
  );
}

/**
 * @param name - of the argument or field, as messages quote it
 * @throws InputError - for an empty vector, a very long one, and numbers that a float cannot hold
 */
export function toVector(name: string, numbers: VectorInput): readonly number[] {
  if (numbers.length === 0) throw new InputError(`${name} is an empty list. Give the numbers of a vector.`);
  if (numbers.length > MAX_DIMENSION) {
    throw new InputError(`${name} has ${numbers.length} numbers, and a vector has ${MAX_DIMENSION} at most.`);
  }
  const index = numbers.findIndex((number) => !Number.isFinite(Math.fround(number)));
  if (index === -1) return numbers;
  throw new InputError(
    `${name} has ${numbers[index]} at ${index}, which is no finite float of 32 bits. Give numbers of at most 3.4e38.`,
  );
}

/**
 * @param owner - what holds the vectors, as a message begins with it
 * @throws InputError - when a vector has another number of numbers
 */
export function checkDimension(name: string, vector: readonly number[], owner: string, dimension: number): void {
  if (vector.length === dimension) return;
  throw new InputError(
    `${name} has ${vector.length} numbers, and vectors of the ${owner} have ${dimension}. Give as many.`,
  );
}
