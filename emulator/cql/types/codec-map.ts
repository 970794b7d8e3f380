/** map, in compact form (a JSON object, `{k: v}`) and as a list of entries. */
import type { Json } from '../../shared/json.ts';
import { framed } from './bytes.ts';
import { type Codec, ConversionError, cannotCoerce, type MapForm } from './codec.ts';
import { elementsOf } from './codec-collection.ts';
import { javaClass } from './java.ts';
import { LiteralReader } from './literal.ts';
import { listOrder } from './ordered.ts';

const SPEC = 'TypeSpec.Map';
type Pair = readonly [key: Uint8Array, value: Uint8Array];

/** The entries of a stored map. */
export function entriesOf(bytes: Uint8Array): Pair[] {
  const parts = elementsOf(bytes);
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) pairs.push([parts[at] as Uint8Array, parts[at + 1] as Uint8Array]);
  return pairs;
}

/** The stored form of a map. The last value of a repeated key counts, at the position of the first. */
export function mapBytes(pairs: readonly Pair[]): Uint8Array {
  const byKey = new Map<string, Pair>();
  for (const pair of pairs) byKey.set(Buffer.from(pair[0]).toString('latin1'), pair);
  return framed([...byKey.values()].flat());
}

export function mapCodec(key: Codec, value: Codec): Codec {
  function compactText(text: string, form: MapForm): Pair[] {
    const reader = new LiteralReader(text, 'Compact Map');
    const pairs: Pair[] = [];
    reader.open('{', { position: 1, shown: 1 });
    for (let more = !reader.skip('}'); more; more = reader.more('}')) {
      const name = key.fromText(reader.element(), form);
      reader.expect(':');
      pairs.push([name, value.fromText(reader.element(), form)]);
    }
    return pairs;
  }

  function entriesText(text: string, form: MapForm): Pair[] {
    const reader = new LiteralReader(text, 'Non-Compact Map');
    const pairs: Pair[] = [];
    reader.open('[', { position: 1, shown: 1 });
    for (let more = !reader.skip(']'); more; more = reader.more(']')) {
      reader.expect('{');
      const name = key.fromText(member(reader, 'key'), form);
      reader.expect(',');
      pairs.push([name, value.fromText(member(reader, 'value'), form)]);
      reader.expect('}');
    }
    return pairs;
  }

  function fromJson(json: Json, form: MapForm): Uint8Array {
    if (form.compactMaps) {
      if (!(json instanceof Map)) throw cannotCoerce(json, SPEC);
      return mapBytes([...json].map(([name, item]) => [key.fromJson(name, form), value.fromJson(item, form)]));
    }
    if (!Array.isArray(json)) throw cannotCoerce(json, SPEC);
    const entries = json.map(entryMembers);
    return mapBytes(entries.map(([name, item]) => [key.fromJson(name, form), value.fromJson(item, form)]));
  }

  function toJson(bytes: Uint8Array, form: MapForm): Json {
    const entries = entriesOf(bytes);
    if (form.compactMaps) return new Map(entries.map(([name, item]) => [key.toText(name), value.toJson(item, form)]));
    return entries.map(
      ([name, item]) =>
        new Map([
          ['key', key.toJson(name, form)],
          ['value', value.toJson(item, form)],
        ]),
    );
  }

  return {
    spec: SPEC,
    fromText: (text, form) => mapBytes(form.compactMaps ? compactText(text, form) : entriesText(text, form)),
    fromJson,
    toJson,
    unset: (form) => (form.compactMaps ? new Map() : []),
    toText: (bytes) =>
      `{${entriesOf(bytes)
        .map(([name, item]) => `${key.toText(name)}=${value.toText(item)}`)
        .join(', ')}}`,
    toOrdered: (bytes) =>
      listOrder(entriesOf(bytes).flatMap(([name, item]) => [key.toOrdered(name), value.toOrdered(item)])),
    problem: (bytes) =>
      entriesOf(bytes)
        .map(([name, item]) => key.problem(name) ?? value.problem(item))
        .find(Boolean),
  };
}

/** The value after `'key':` or `"key":`. */
function member(reader: LiteralReader, name: string): string {
  const written = reader.text.slice(reader.at, reader.at + name.length + 2);
  if (written !== `'${name}'` && written !== `"${name}"`) {
    throw reader.refuse(`invalid CQL value at character ${reader.at}`);
  }
  reader.at += written.length;
  reader.expect(':');
  const element = reader.element();
  reader.skipBlanks();
  return element;
}

function entryMembers(entry: Json): [key: Json, value: Json] {
  if (!(entry instanceof Map)) {
    const name = javaClass(entry);
    throw new ConversionError(
      `class ${name} cannot be cast to class java.util.Map (${name} and java.util.Map are in module java.base of loader 'bootstrap')`,
    );
  }
  if (entry.size !== 2) throw new ConversionError('Map entry must have exactly 2 elements');
  const [key, value] = [entry.get('key'), entry.get('value')];
  if (key === undefined) throw new ConversionError('Map entry missing key');
  if (value === undefined) throw new ConversionError('Map entry missing value');
  return [key, value];
}
