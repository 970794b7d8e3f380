/** Values of documents as values of described fields, and inputs as parts of documents. */
import { show } from '../../datasources/json/shorten.ts';
import { printPath } from '../../datasources/source/document-paths.ts';
import { InputError, UpstreamError } from '../../datasources/source/errors.ts';
import type { Json, Path } from '../../datasources/source/source.ts';
import { assemble, type Placed } from './assemble.ts';
import type { DescribedType, DocumentDescriptions, ObjectModel, ValueType } from './model.ts';
import { DOCUMENT_SCALARS } from './scalars.ts';

/**
 * The value of a field. What does not fit the type is an `Error` in its place, also inside lists, so that siblings stand.
 *
 * @param value - `undefined` where the document has nothing
 */
export function toOutput(type: ValueType, value: Json | undefined, path: Path): unknown {
  if (value === undefined || value === null) {
    return type.isRequired ? misfit(type, value, path) : null;
  }
  switch (type.kind) {
    case 'scalar':
      return DOCUMENT_SCALARS[type.name].read(value) ?? misfit(type, value, path);
    case 'list':
      if (!isList(value)) return misfit(type, value, path);
      return value.map((element, index) => toOutput(type.element, element, [...path, index]));
    case 'object':
      if (isList(value) || typeof value !== 'object') return misfit(type, value, path);
      return { path, value } satisfies ObjectModel;
  }
}

function misfit(type: ValueType, value: Json | undefined, path: Path): Error {
  const found = value === undefined ? 'nothing' : show(value);
  return new UpstreamError(
    `The document has ${found} at "${printPath(path)}", and its type is described as ${printType(type)}, ${expects(type)}. Change the document or its description.`,
  );
}

/** As SDL has it. */
export function printType(type: ValueType): string {
  const inner = type.kind === 'list' ? `[${printType(type.element)}]` : type.name;
  return type.isRequired ? `${inner}!` : inner;
}

function expects(type: ValueType): string {
  switch (type.kind) {
    case 'scalar':
      return DOCUMENT_SCALARS[type.name].expects;
    case 'list':
      return 'a list';
    case 'object':
      return 'an object';
  }
}

type Fields = { readonly [field: string]: unknown };

/**
 * The values that an input gives, each at its path. Fields that are left out have none.
 *
 * @throws InputError - for a value that does not fit its type, and for null where the type takes none
 */
export function toPlaced(
  { fields }: DescribedType,
  input: Fields,
  types: DocumentDescriptions['types'],
  base: Path = [],
): readonly Placed[] {
  return fields.flatMap(({ name, path, type }) => {
    const value = input[name];
    if (value === undefined) return [];
    const at = [...base, ...path];
    return [{ path, value: toDocument(type, value, types, at) }];
  });
}

function toDocument(type: ValueType, value: unknown, types: DocumentDescriptions['types'], path: Path): Json {
  if (value === null || value === undefined) {
    if (type.isRequired) throw refusal(type, value, path);
    return null;
  }
  switch (type.kind) {
    case 'scalar':
      return DOCUMENT_SCALARS[type.name].write(value) ?? refuse(type, value, path);
    case 'list':
      return (value as readonly unknown[]).map((each, index) =>
        toDocument(type.element, each, types, [...path, index]),
      );
    case 'object': {
      const described = types.get(type.name);
      return described ? assemble(toPlaced(described, value as Fields, types, path)) : refuse(type, value, path);
    }
  }
}

/** Operands of conditions. Null is compared as null. @throws InputError */
export function toOperand(type: Extract<ValueType, { kind: 'scalar' }>, value: unknown, path: Path): Json {
  return value === null ? null : (DOCUMENT_SCALARS[type.name].write(value) ?? refuse(type, value, path));
}

function refuse(type: ValueType, value: unknown, path: Path): never {
  throw refusal(type, value, path);
}

function refusal(type: ValueType, value: unknown, path: Path): InputError {
  return new InputError(`"${printPath(path)}" takes ${expects(type)} (${printType(type)}), and not ${show(value)}.`);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
