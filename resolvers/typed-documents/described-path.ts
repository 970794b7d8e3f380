/** What a description says of the value at a path. */
import { InputError } from '../../datasources/source/errors.ts';
import type { Path } from '../../datasources/source/source.ts';
import type { DescribedType, TypedCollection, ValueType } from './model.ts';

/** `undefined` where nothing is said. @throws InputError - for a path that leads into a value without members */
export function describedAt({ fields, types }: TypedCollection, path: Path, text: string): ValueType | undefined {
  const found = valuesWithin(fields, path, types);
  const known = found.find((each) => each.rest.length === 0);
  if (known || found.length === 0) return known?.type;
  const { type } = found[0] as FoundValue;
  throw new InputError(
    `The path "${text}" leads into ${type.kind === 'list' ? 'a list, without an index' : `what is described as ${type.name}`}. Correct the path, or the description.`,
  );
}

interface FoundValue {
  readonly type: ValueType;
  /** Of the path, where the value has no such members. */
  readonly rest: Path;
}

function valuesWithin(
  fields: DescribedType['fields'],
  path: Path,
  types: TypedCollection['types'],
): readonly FoundValue[] {
  return fields.flatMap((field) => {
    const isWithin = field.path.length <= path.length && field.path.every((step, index) => step === path[index]);
    return isWithin ? follow(field.type, path.slice(field.path.length), types) : [];
  });
}

function follow(type: ValueType, rest: Path, types: TypedCollection['types']): readonly FoundValue[] {
  const [next, ...others] = rest;
  if (next === undefined) return [{ type, rest }];
  if (type.kind === 'object') return valuesWithin(types.get(type.name)?.fields ?? [], rest, types);
  if (type.kind === 'list' && typeof next === 'number') return follow(type.element, others, types);
  // What is described as JSON may have any members.
  return type.kind === 'scalar' && type.name === 'JSON' ? [] : [{ type, rest }];
}
