/** Completes values: what a resolver answers becomes what the client is given, of the type of its field. */
import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import { plansBelow } from './collect-fields.ts';
import { type Path, toPath } from './collected-errors.ts';
import { type Execution, isPromise } from './execution.ts';
import type { FieldPlan } from './field-plan.ts';
import { inspect, requireRuntimeType, wrongType } from './runtime-type.ts';
import { isPlain, type Shape } from './shape.ts';

/** Absent where neither the resolver nor the type can ask for it. */
type Info = GraphQLResolveInfo | undefined;

/** @param path - where the value stands; a plain leaf has no need of it */
type Complete<T = Shape, V = unknown> = (
  x: Execution,
  field: FieldPlan,
  type: T,
  info: Info,
  path: Path | undefined,
  value: V,
) => unknown;

export const complete: Complete = (x, field, shape, info, path, value) => {
  if (value instanceof Error) throw value;
  if (shape.kind === 'non-null') {
    const completed = complete(x, field, shape.of, info, path, value);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${nameOf(field)}.`);
  }
  if (value === null || value === undefined) return null;
  switch (shape.kind) {
    case 'leaf':
      return completeLeaf(shape.type, value);
    case 'list':
      return completeList(x, field, shape.of, info, path, value);
    case 'object':
      return completeObject(x, field, shape.type, info, path, value);
    case 'abstract':
      return completeAbstract(x, field, shape.type, info, path, value);
  }
};

/** A function of its own: one that makes closures costs more at each call. */
export function completeLater(
  x: Execution,
  field: FieldPlan,
  shape: Shape,
  info: Info,
  path: Path,
  value: PromiseLike<unknown>,
): unknown {
  const completed = value.then((settled) => complete(x, field, shape, info, path, settled));
  return isPromise(completed)
    ? completed.then(undefined, (cause: unknown) => fail(x, field, shape, path, cause))
    : completed;
}

/** `null` and an error at this place, or the error for the next place above. */
export function fail(x: Execution, field: FieldPlan, shape: Shape, path: Path, cause: unknown): null {
  const error = locatedError(cause, field.nodes, responsePathAsArray(path));
  if (shape.kind === 'non-null') throw error;
  x.errors.add(error, path);
  return null;
}

export function failLater(
  x: Execution,
  field: FieldPlan,
  shape: Shape,
  path: Path,
  completed: PromiseLike<unknown>,
): unknown {
  return completed.then(undefined, (cause: unknown) => fail(x, field, shape, path, cause));
}

function completeLeaf(type: GraphQLLeafType, value: unknown): unknown {
  const serialized: unknown = type.serialize(value);
  if (serialized !== null && serialized !== undefined) return serialized;
  throw new Error(
    `Expected \`${type.name}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
  );
}

const completeList: Complete = (x, field, shape, info, path, list) => {
  if (!isIterable(list)) {
    throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(field)}".`);
  }
  const items: unknown[] = [];
  let isPending = false;
  try {
    for (const item of list) {
      const completed = completeItem(x, field, shape, info, path as Path, items.length, item);
      if (isPromise(completed)) isPending = true;
      items.push(completed);
    }
  } catch (error) {
    // Nobody waits for those that are under way: their rejections must not end the process.
    for (const item of items) if (isPromise(item)) item.then(undefined, () => {});
    throw error;
  }
  return isPending ? Promise.all(items) : items;
};

function completeItem(
  x: Execution,
  field: FieldPlan,
  shape: Shape,
  info: Info,
  list: Path,
  index: number,
  item: unknown,
): unknown {
  const path = isPlain(shape) ? undefined : toPath(list, index, undefined);
  try {
    if (isPromise(item)) return completeLater(x, field, shape, info, path ?? toPath(list, index, undefined), item);
    const completed = complete(x, field, shape, info, path, item);
    if (!isPromise(completed)) return completed;
    return failLater(x, field, shape, path ?? toPath(list, index, undefined), completed);
  } catch (error) {
    return fail(x, field, shape, path ?? toPath(list, index, undefined), error);
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';
}

const completeAbstract: Complete<GraphQLAbstractType> = (x, field, type, info, path, value) => {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const completeAs = (name: unknown) => {
    const about = { nodes: field.nodes, place: nameOf(field), value };
    return completeObject(x, field, requireRuntimeType(x.schema, type, name, about), info, path, value);
  };
  const name: unknown = resolveType(value, x.contextValue, info as GraphQLResolveInfo, type);
  return isPromise(name) ? name.then(completeAs) : completeAs(name);
};

/** The fields are collected first, as their conditions may be wrong. */
const completeObject: Complete<GraphQLObjectType> = (x, field, type, info, path, value) => {
  const fields = plansBelow(x, field, type);
  if (!type.isTypeOf) return x.executeFields(x, fields, value, path);
  const execute = (isOfType: boolean) => {
    if (!isOfType) throw wrongType(type, value, field.nodes);
    return x.executeFields(x, fields, value, path);
  };
  const isOfType = type.isTypeOf(value, x.contextValue, info as GraphQLResolveInfo);
  return isPromise(isOfType) ? isOfType.then(execute) : execute(isOfType);
};

function nameOf({ parentType, definition }: FieldPlan): string {
  return `${parentType.name}.${definition.name}`;
}
