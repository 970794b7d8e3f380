/**
 * Executes fields as graphql 16 does: resolvers are called in the same order, and promises are chained alike, because the order of
 * errors depends on which is settled first. A value that is here already needs no promise.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { type Path, toPath } from './collected-errors.ts';
import { complete, completeLater, fail, failLater } from './complete.ts';
import { argumentsOf, type Data, type Execution, isPromise, resolveInfo } from './execution.ts';
import type { Arguments, FieldPlan } from './field-plan.ts';

/** A field of an answer may be called `__proto__`. Objects without any prototype would be slower. */
const NO_MEMBERS: object = Object.freeze(Object.create(null));

export function executeFields(
  x: Execution,
  fields: readonly FieldPlan[],
  source: unknown,
  path: Path | undefined,
): Data | Promise<Data> {
  const data: Data = Object.create(NO_MEMBERS);
  let isPending = false;
  try {
    for (const field of fields) {
      const value = executeField(x, field, source, path);
      data[field.key] = value;
      if (isPromise(value)) isPending = true;
    }
  } catch (error) {
    if (!isPending) throw error;
    // What is under way may be rejected too, and is waited for.
    return settle(data).finally(() => {
      throw error;
    });
  }
  return isPending ? settle(data) : data;
}

/** Each field is executed when the one before it is complete. */
export function executeFieldsSerially(
  x: Execution,
  fields: readonly FieldPlan[],
  source: unknown,
): Data | PromiseLike<Data> {
  const execute = (data: Data, field: FieldPlan): Data | PromiseLike<Data> => {
    const set = (value: unknown): Data => {
      data[field.key] = value;
      return data;
    };
    const value = executeField(x, field, source, undefined);
    return isPromise(value) ? value.then(set) : set(value);
  };
  let data: Data | PromiseLike<Data> = Object.create(NO_MEMBERS);
  for (const field of fields) {
    data = isPromise(data) ? (data as PromiseLike<Data>).then((known) => execute(known, field)) : execute(data, field);
  }
  return data;
}

/** Puts values in the places of their promises. What is here already would only take its turn before them. */
function settle(data: Data): Promise<Data> {
  const keys = Object.keys(data).filter((key) => isPromise(data[key]));
  return Promise.all(keys.map((key) => data[key])).then((values) => {
    keys.forEach((key, index) => {
      data[key] = values[index];
    });
    return data;
  });
}

/** @throws GraphQLError - for the next place above, where the field may not be null */
function executeField(x: Execution, field: FieldPlan, source: unknown, parent: Path | undefined): unknown {
  const { shape, definition } = field;
  const { resolve } = definition;
  const isAsked = resolve !== undefined || field.isTypeResolved;
  const path = isAsked || !field.isPlain ? pathOf(field, parent) : undefined;
  const info = isAsked && path ? resolveInfo(x, field, path) : undefined;
  try {
    const args = argumentsOf(x, field);
    const value = resolve
      ? resolve(source, args, x.contextValue, info as GraphQLResolveInfo)
      : readMember(x, field, source, args, info, parent);
    const completed = isPromise(value)
      ? completeLater(x, field, shape, info, path, value)
      : complete(x, field, shape, info, path, value);
    return isPromise(completed) ? failLater(x, field, shape, path ?? pathOf(field, parent), completed) : completed;
  } catch (error) {
    return fail(x, field, shape, path ?? pathOf(field, parent), error);
  }
}

function pathOf({ key, parentType }: FieldPlan, parent: Path | undefined): Path {
  return toPath(parent, key, parentType.name);
}

interface Members {
  readonly member: (args: Arguments, contextValue: unknown, info: GraphQLResolveInfo) => unknown;
}

/** What a field without a resolver is: a member of its object, or what that answers when it is a function. */
function readMember(
  x: Execution,
  field: FieldPlan,
  source: unknown,
  args: Arguments,
  info: GraphQLResolveInfo | undefined,
  parent: Path | undefined,
): unknown {
  if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
  const object = source as Members;
  const name = field.definition.name as keyof Members;
  const member: unknown = object[name];
  if (typeof member !== 'function') return member;
  return object[name](args, x.contextValue, info ?? resolveInfo(x, field, pathOf(field, parent)));
}
