/** What resolvers answer in a random schema: decided by a seed and the place alone, so that two executors meet the same. */
import { setImmediate } from 'node:timers/promises';
import DataLoader from 'dataloader';
import {
  GraphQLError,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { createRandom, type Random } from '../execution/random.ts';

/** The context of one execution. */
export interface World {
  readonly schema: GraphQLSchema;
  /** Everything that is called and settled, in its order. */
  readonly log: string[];
  /** The random numbers of a place. */
  at(place: string): Random;
  /** A value, or something worse, for a field of this type. */
  answer(type: GraphQLOutputType, place: string): unknown;
  /** Resolves when nothing is under way. */
  whenIdle(): Promise<void>;
}

/** Where an object comes from, whose members are made when they are read: nobody else would handle those that are rejected. */
export const MEMBERS_OF = Symbol('place');

export function createWorld(schema: GraphQLSchema, seed: number): World {
  const log: string[] = [];
  let pending = 0;
  const at = (place: string) => createRandom(hash(`${seed} ${place}`));
  const loader = new DataLoader<string, unknown, string>(async (places) => {
    log.push(`batch ${places.join(' | ')}`);
    await hop(at(places.join()).below(3));
    return places.map((place) => (at(`${place} loaded`).chance(10) ? new Error(`not loaded ${place}`) : place));
  });

  function later(make: () => unknown, place: string, random: Random): Promise<unknown> {
    pending += 1;
    const wait = async () => {
      await (random.chance(6) ? setImmediate() : hop(random.below(5)));
      if (random.chance(25))
        log.push(`loaded ${await loader.load(random.chance(50) ? place : String(random.below(4)))}`);
      log.push(`settled ${place}`);
      return make();
    };
    return quiet(
      wait().finally(() => {
        pending -= 1;
      }),
    );
  }

  function answer(type: GraphQLOutputType, place: string): unknown {
    const random = at(place);
    if (random.chance(22)) return later(() => outcome(type, place, random), place, random);
    if (random.chance(2)) return thenable(outcome(type, place, random));
    return outcome(type, place, random);
  }

  function outcome(type: GraphQLOutputType, place: string, random: Random): unknown {
    const way = random.below(100);
    if (way < 4) throw fault(random, place);
    if (way < 6) return new Error(`an error as a value at ${place}`);
    if (way < 12) return random.chance(50) ? null : undefined;
    if (way < 14) return random.pick<unknown>([3, 'text', {}, [], true, Symbol.iterator.description, () => 'called']);
    const nullable = isNonNullType(type) ? type.ofType : type;
    return isListType(nullable) ? list(nullable.ofType, place, random) : single(getNamedType(nullable), place, random);
  }

  function list(type: GraphQLOutputType, place: string, random: Random): unknown {
    const length = random.below(4);
    const items = (function* () {
      for (let index = 0; index < length; index += 1) {
        if (random.chance(2)) throw new Error(`the iterator of ${place} throws`);
        yield tryOr(() => answer(type, `${place}[${index}]`));
      }
    })();
    const way = random.below(100);
    if (way < 8) return items;
    if (way < 11) return new Set(tryOr(() => [...items]) as unknown[]);
    if (way < 13) return { async *[Symbol.asyncIterator]() {} };
    if (way < 15) return new Array(2);
    return tryOr(() => [...items]);
  }

  function single(type: GraphQLNamedOutputType, place: string, random: Random): unknown {
    if (isAbstractType(type)) return source(random.pick(schema.getPossibleTypes(type)), place, random);
    if (isObjectType(type)) return source(type, place, random);
    if (isEnumType(type)) return random.chance(8) ? 'WRONG' : random.pick(type.getValues()).value;
    switch (type.name) {
      case 'Int':
        return random.pick<unknown>([1, 2, -3, 0, '4', 1.5, 2 ** 40]);
      case 'Float':
        return random.pick<unknown>([1.5, 2, '3.25', Number.NaN]);
      case 'Boolean':
        return random.pick<unknown>([true, false, 1, 'yes']);
      case 'Any':
        // biome-ignore lint/suspicious/noThenProperty: it is no function, so this is no promise
        return random.pick<unknown>([1, 'a', [1, [2]], { then: 3, b: [null] }, false, 'void', 'throw', 'null']);
      default:
        return random.pick<unknown>(['a', '', 7, true, { valueOf: () => 'v' }, ['x']]);
    }
  }

  function source(type: GraphQLObjectType, place: string, random: Random): object {
    const object: Record<PropertyKey, unknown> = { [MEMBERS_OF]: place };
    if (random.chance(85)) object.__typename = random.chance(96) ? type.name : random.pick(['Query', 'E', 'Nope']);
    for (const { name, type: member } of Object.values(type.getFields())) {
      Object.defineProperty(object, name, {
        enumerable: true,
        get: () => readMember(name, member, `${place}/${name}`),
      });
    }
    return object;
  }

  function readMember(name: string, type: GraphQLOutputType, place: string): unknown {
    log.push(`read ${place}`);
    const random = at(`${place} member`);
    if (random.chance(80)) return answer(type, place);
    return (args: object, context: World, info: { readonly fieldName: string }) => {
      log.push(`called ${place} ${JSON.stringify(args)} ${context.log === log} ${info.fieldName === name}`);
      return answer(type, place);
    };
  }

  return {
    ...{ schema, log, at, answer },
    async whenIdle() {
      do await setImmediate();
      while (pending > 0);
    },
  };
}

async function hop(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await undefined;
}

/** Settled at once, and without a `catch`. */
function thenable(value: unknown): unknown {
  // biome-ignore lint/suspicious/noThenProperty: graphql takes what has it for a promise
  return { then: (...callbacks: Parameters<Promise<unknown>['then']>) => Promise.resolve(value).then(...callbacks) };
}

function fault(random: Random, place: string): unknown {
  const message = `failed at ${place}`;
  return random.pick<() => unknown>([
    () => new Error(message),
    () => message,
    () => ({ message }),
    () => undefined,
    () => new GraphQLError(message, { extensions: { code: 'OURS' } }),
    () => new GraphQLError(message, { path: ['elsewhere', 0] }),
    () => Object.assign(new Error(message), { extensions: { code: 'CODE' } }),
    () => new AggregateError([new Error('one'), new Error('two')], message),
    () => new Error(message, { cause: new GraphQLError('the cause') }),
  ])();
}

/** A list that fails at an item does not come to those behind it: what is rejected there is nobody's fault. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** What is thrown within a list is a rejected item of it. */
function tryOr(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return quiet(Promise.reject(error));
  }
}

/** FNV-1a. */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state >>> 0;
}
