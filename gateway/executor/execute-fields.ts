/**
 * Executes fields as graphql 16 does: resolvers are called in the same order, and promises are chained alike, because the order of
 * errors depends on which is settled first. A value that is here already needs no promise.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { type Path, pathOf } from './collected-errors.ts';
import { complete, completeLater, fail, failLater } from './complete.ts';
import { argumentsOf, type Data, type Execution, isPromise } from './execution.ts';
import type { Arguments, FieldPlan } from './field-plan.ts';
import { resolveInfo } from './resolve-info.ts';

/** A field of an answer may be called `__proto__`. Objects without any prototype would be slower. */
const NO_MEMBERS: object = Object.freeze(Object.create(null));

export function executeFields(
  x: Execution,
  fields: readonly FieldPlan[],
  source: unknown,
  path: Path | undefined,
): Data | Promise<Data> {
  const data: Data = Object.create(NO_MEMBERS);
  let pending: PendingKeys | undefined;
  try {
    for (const field of fields) {
      const value = executeField(x, field, source, path);
      data[field.key] = value;
      if (!isPromise(value)) continue;
      if (pending) pending.push(field.key);
      else pending = [field.key];
    }
  } catch (error) {
    if (!pending) throw error;
    // What is under way may be rejected too, and is waited for.
    return settle(data, pending).finally(() => {
      throw error;
    });
  }
  return pending ? settle(data, pending) : data;
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

type PendingKeys = [string, ...string[]];

/** Puts values in the places of their promises. What is here already would only take its turn before them. */
function settle(data: Data, keys: Readonly<PendingKeys>): Promise<Data> {
  const [key] = keys;
  if (keys.length === 1) {
    // As many turns as `Promise.all` takes, for less.
    return Promise.resolve(data[key])
      .then()
      .then((value) => {
        data[key] = value;
        return data;
      });
  }
  return Promise.all(keys.map((each) => data[each])).then((values) => {
    keys.forEach((each, index) => {
      data[each] = values[index];
    });
    return data;
  });
}

/** @throws GraphQLError - for the next place above, where the field may not be null */
function executeField(x: Execution, field: FieldPlan, source: unknown, parent: Path | undefined): unknown {
  const { shape, definition } = field;
  const { resolve } = definition;
  const path = field.isPlain ? undefined : pathOf(field, parent);
  const info = resolve || field.isTypeResolved ? resolveInfo(x, field, parent, path) : undefined;
  try {
    const args = argumentsOf(x, field);
    const value = resolve
      ? resolve(source, args, x.contextValue, info as GraphQLResolveInfo)
      : readMember(x, field, source, args, info, parent);
    if (isPromise(value)) return completeLater(x, field, shape, info, path ?? pathOf(field, parent), value);
    const completed = complete(x, field, shape, info, path, value);
    return isPromise(completed) ? failLater(x, field, shape, path ?? pathOf(field, parent), completed) : completed;
  } catch (error) {
    return fail(x, field, shape, path ?? pathOf(field, parent), error);
  }
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
  return object[name](args, x.contextValue, info ?? resolveInfo(x, field, parent, undefined));
}
