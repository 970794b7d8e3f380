/** Conditions on described paths, as document filters of the universal graph. */
import { printPath } from '../../datasources/source/document-paths.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Path } from '../../datasources/source/source.ts';
import type { DocumentFilter } from '../shared/types.generated.ts';
import { objectName } from './collections.ts';
import type { DescribedType, DocumentDescriptions, ValueType } from './model.ts';
import { DOCUMENT_SCALARS } from './scalars.ts';
import { toOperand } from './values.ts';

type Fields = { readonly [field: string]: unknown };

const EQUALITY = ['eq', 'ne', 'in', 'nin'] as const;
const RANGE = ['lt', 'lte', 'gt', 'gte'] as const;
export type DocumentOperator = (typeof EQUALITY)[number] | (typeof RANGE)[number] | 'exists';

export function documentOperators({ name }: Extract<ValueType, { kind: 'scalar' }>): readonly DocumentOperator[] {
  return DOCUMENT_SCALARS[name].isOrdered ? [...EQUALITY, ...RANGE, 'exists'] : [...EQUALITY, 'exists'];
}

/** Names of filters that join others, which no field has. */
export const JOINS = { _and: 'and', _or: 'or', _not: 'not' } as const;

/**
 * @param where - the input `t_filter`
 * @throws InputError - for an entry without a condition, which every document would meet
 */
export function toFilter(
  described: Pick<DescribedType, 'name' | 'fields'> & { readonly types: DocumentDescriptions['types'] },
  where: Fields,
): DocumentFilter {
  return { and: conditionsOf(described, where, '', []) };
}

type Described = Parameters<typeof toFilter>[0];

/** @param prefix - the pattern of the object that the fields are in, as text with a dot at its end, and `path`, which messages name */
function conditionsOf(described: Described, where: Fields, prefix: string, path: Path): DocumentFilter[] {
  const entries = Object.entries(where).filter(([, value]) => value !== undefined);
  if (entries.length === 0) {
    const what = path.length > 0 ? `The condition on "${printPath(path)}"` : 'A filter';
    throw new InputError(`${what} is empty, so every document would meet it. Give a condition, or leave it out.`);
  }
  return entries.flatMap(([field, condition]) => {
    if (condition === null) throw new InputError(`The condition on "${field}" is null. Leave it out, or give one.`);
    const nested = (each: unknown): DocumentFilter => ({ and: conditionsOf(described, each as Fields, prefix, path) });
    switch (field) {
      case '_and':
        return [{ and: (condition as readonly unknown[]).map(nested) }];
      case '_or':
        return [{ or: (condition as readonly unknown[]).map(nested) }];
      case '_not':
        return [{ not: nested(condition) }];
    }
    return conditionsOn(described, field, condition as Fields, { prefix, path });
  });
}

function conditionsOn(
  { fields, types }: Described,
  name: string,
  condition: Fields,
  around: { readonly prefix: string; readonly path: Path },
): DocumentFilter[] {
  const field = fields.find((each) => each.name === name);
  if (!field) throw new InputError(`There is no field "${name}" to filter by.`);
  const path = [...around.path, ...field.path];
  const pattern = `${around.prefix}${printPath(field.path)}`;
  const object = types.get(objectName(field.type) ?? '');
  if (object) {
    const prefix = `${pattern}.${field.type.kind === 'list' ? '[*].' : ''}`;
    return conditionsOf({ ...object, types }, condition, prefix, path);
  }
  const { type } = field;
  if (type.kind !== 'scalar') throw new InputError(`There are no conditions on the list "${name}".`);
  const operators = Object.entries(condition).filter(([, value]) => value !== undefined);
  if (operators.length === 0) {
    throw new InputError(`The condition on "${printPath(path)}" has no operator. Give one, such as "eq" or "exists".`);
  }
  return [
    {
      path: pattern,
      ...Object.fromEntries(operators.map(([operator, value]) => [operator, operand(operator, value)])),
    },
  ];

  function operand(operator: string, value: unknown): unknown {
    if (type.kind !== 'scalar' || operator === 'exists' || value === null) return value;
    if (operator !== 'in' && operator !== 'nin') return toOperand(type, value, path);
    return (value as readonly unknown[]).map((each) => toOperand(type, each, path));
  }
}
