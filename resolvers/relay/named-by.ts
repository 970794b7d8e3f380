import { InputError } from '../../datasources/source/errors.ts';

type Names = { readonly [field: string]: unknown };

/**
 * How an input names an existing object: `true` by its object id, `false` by all of its parts.
 *
 * @throws InputError - for both, for neither, and for parts that are not complete
 */
export function isNamedById(input: object, idField: string, parts: readonly string[]): boolean {
  const isGiven = (field: string) => ((input as Names)[field] ?? null) !== null;
  const given = parts.filter(isGiven);
  const ways = `either "${idField}", or ${listOf(parts)}`;
  if (isGiven(idField)) {
    if (given.length > 0) throw new InputError(`"${idField}" and ${listOf(given)} were both given. Give ${ways}.`);
    return true;
  }
  if (given.length === 0) throw new InputError(`Nothing names the object. Give ${ways}.`);
  const missing = parts.filter((field) => !isGiven(field));
  if (missing.length > 0) {
    throw new InputError(`${listOf(given)} without ${listOf(missing)} does not name one object. Give ${ways}.`);
  }
  return false;
}

function listOf(fields: readonly string[]): string {
  const quoted = fields.map((field) => `"${field}"`);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : last;
}
