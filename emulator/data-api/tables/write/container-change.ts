/** What `$push` and `$pullAll` make of a list, set or map. */
import type { Keyspace } from '../../../core/catalog.ts';
import { framed } from '../../../cql/types/bytes.ts';
import { elementsOf } from '../../../cql/types/codec-collection.ts';
import { entriesOf, mapBytes } from '../../../cql/types/codec-map.ts';
import type { CqlType } from '../../../cql/types/type.ts';
import type { Json } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { elementBytes, keyBytes, pairBytes } from '../values/read.ts';
import { KindError } from '../values/value-error.ts';

type Types = Keyspace['types'];
export type Container = Extract<CqlType, { readonly kind: 'list' | 'set' | 'map' }>;

/** From the value that is there, nothing where there is none, to the new one. */
export type ContainerChange = (before: Uint8Array) => Uint8Array;

/** @throws ValueError - for values that the container cannot hold @throws CommandFailure - for another form */
export function pushed(type: Container, types: Types, sent: Json): ContainerChange {
  const values = eachOf(sent);
  if (type.kind === 'map') {
    const added = values.map((value) => {
      const [key, item] = entryOf(value);
      return pairBytes(type, types, key, item);
    });
    return (before) => mapBytes([...entriesOf(before), ...added]);
  }
  if (type.kind === 'list' || type.kind === 'set') {
    if (values.some((value) => Array.isArray(value))) throw badPush('one value is pushed, or several in $each');
    const added = values.map((value) => elementBytes(type, types, value));
    return (before) => framed([...elementsOf(before), ...added]);
  }
  throw new KindError();
}

/** Without all elements, or the entries of all keys, that are named. */
export function pulled(type: Container, types: Types, sent: Json): ContainerChange {
  if (!Array.isArray(sent)) throw new KindError();
  const toKey = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  if (type.kind === 'map') {
    const keys = new Set(sent.map((key) => toKey(keyBytes(type, types, key))));
    return (before) => mapBytes(entriesOf(before).filter(([key]) => !keys.has(toKey(key))));
  }
  const elements = new Set(sent.map((value) => toKey(elementBytes(type, types, value))));
  return (before) => framed(elementsOf(before).filter((element) => !elements.has(toKey(element))));
}

function eachOf(sent: Json): readonly Json[] {
  if (!(sent instanceof Map) || !sent.has('$each')) return [sent];
  const each = sent.get('$each') ?? null;
  if (Array.isArray(each) && sent.size === 1) return each;
  throw badPush('$each stands alone, and is a list');
}

/** `{"key": value}`, or `["key", value]`. */
function entryOf(value: Json): readonly [key: Json, value: Json] {
  const entries = value instanceof Map ? [...value] : [value];
  const [entry] = entries;
  if (entries.length === 1 && Array.isArray(entry) && entry.length === 2) return [entry[0] ?? null, entry[1] ?? null];
  throw badPush('an entry of a map is {"key": value} or ["key", value]');
}

function badPush(problem: string): CommandFailure {
  const message = `The operator $push is used in a wrong way: ${problem}.\n\nPush one value, or several in {"$each": […]}.`;
  return refused('UPDATE', 'INVALID_PUSH_OPERATOR_USAGE', message);
}
