/** Every operation of the reference and the field that answers it. Each stands alone: what it needs is made before it. */
import type { RunningGateway } from '../gateway.ts';
import { CATALOG_OPERATIONS } from './catalog.ts';
import { DATABASE_OPERATIONS } from './databases.ts';
import { DOCUMENT_OPERATIONS } from './documents.ts';
import type { Made, Operation } from './operation.ts';
import { ROW_OPERATIONS } from './rows.ts';
import { VECTOR_OPERATIONS } from './vectors.ts';

export const OPERATIONS: readonly Operation[] = [
  ...DATABASE_OPERATIONS,
  ...CATALOG_OPERATIONS,
  ...ROW_OPERATIONS,
  ...DOCUMENT_OPERATIONS,
  ...VECTOR_OPERATIONS,
];

/** Rows for `test.each`, with a title first. */
export const TITLED_OPERATIONS = OPERATIONS.map((each) => [`${each.api}: ${each.name}`, each] as const);

/**
 * Makes what an operation needs, in a gateway where nothing has been made yet.
 * @param isSupported - whether the back end can do an operation; what it cannot is left out
 * @throws Error - when that fails
 */
export async function prepare(
  gateway: RunningGateway,
  operation: Operation,
  isSupported: (operation: Operation) => boolean = () => true,
): Promise<Made> {
  let made: Made = {};
  for (const each of [...neededFor(operation)].filter(isSupported)) {
    const { data, errors } = await gateway.query(each.query(made));
    if (errors) throw new Error(`${each.name}: ${JSON.stringify(errors)}`);
    made = { ...made, ...each.keep?.(data) };
  }
  return made;
}

/** In an order in which each finds what it needs. */
function neededFor({ needs = [] }: Operation, before = new Set<Operation>()): Set<Operation> {
  for (const each of needs.map(byName)) {
    neededFor(each, before);
    before.add(each);
  }
  return before;
}

function byName(name: string): Operation {
  const found = OPERATIONS.find((each) => each.name === name);
  if (!found) throw new Error(`No operation ${name}`);
  return found;
}
