/** tuple and user-defined types. Both are stored as length-prefixed members; an older value lacks members added later. */
import type { Json } from '../../shared/json.ts';
import { framed, unframed } from './bytes.ts';
import { type Codec, ConversionError, cannotCoerce, type MapForm } from './codec.ts';
import { LiteralReader } from './literal.ts';
import { membersOrder } from './ordered.ts';

export function tupleCodec(members: readonly Codec[]): Codec {
  const spec = 'TypeSpec.Tuple';

  function fromText(text: string, form: MapForm): Uint8Array {
    const reader = new LiteralReader(text, 'tuple');
    const values: Uint8Array[] = [];
    reader.open('(', { position: 0, shown: 0 });
    for (let more = !reader.skip(')'); more; more = reader.more(')')) {
      const member = members[values.length];
      if (!member) throw reader.refuse(`Tuple expected ${members.length} values, got more`);
      values.push(member.fromText(reader.element(), form));
    }
    reader.skipBlanks();
    const rest = reader.text.slice(reader.at);
    if (rest) throw reader.refuse(`at character ${reader.at} expecting EOF or blank, but got "${rest}"`);
    return framed(values);
  }

  function fromJson(value: Json, form: MapForm): Uint8Array {
    if (!Array.isArray(value)) throw cannotCoerce(value, spec);
    if (value.length !== members.length) {
      throw new ConversionError(`Tuple expected ${members.length} values, got ${value.length}`);
    }
    return framed(members.map((member, index) => member.fromJson(value[index] ?? null, form)));
  }

  function toJson(bytes: Uint8Array, form: MapForm): Json {
    if (bytes.length === 0) return null;
    const values = unframed(bytes);
    if (values.length < members.length) {
      throw new ConversionError(
        `Illegal Tuple representation, expected ${members.length} values, received ${values.length}`,
      );
    }
    return members.map((member, index) => memberJson(member, values[index], form));
  }

  return {
    spec,
    fromText,
    fromJson,
    toJson,
    unset: () => null,
    toText: (bytes) =>
      `[${unframed(bytes)
        .map((value, index) => memberText(members[index], value))
        .join(', ')}]`,
    ...shared(members),
  };
}

export interface Field {
  readonly name: string;
  readonly codec: Codec;
}

/** A user-defined type. A frozen value shows only its stored members. */
export function udtCodec(name: string, frozen: boolean, fields: readonly Field[]): Codec {
  const spec = `TypeSpec.UDT.${name}`;

  function fromText(text: string, form: MapForm): Uint8Array {
    const reader = new LiteralReader(text, 'UDT');
    const values = new Map<string, Uint8Array>();
    reader.open('{', { position: 1, shown: 1 });
    for (let more = !reader.skip('}'); more; more = reader.more('}')) {
      const member = reader.element();
      const codec = fields.find((field) => field.name === member)?.codec;
      if (!codec) throw new ConversionError(`Invalid UDT '${name}' value '${text}': unrecognized field '${member}'`);
      reader.expect(':');
      values.set(member, codec.fromText(reader.element(), form));
    }
    return framed(fields.map((field) => values.get(field.name)));
  }

  function fromJson(value: Json, form: MapForm): Uint8Array {
    if (!(value instanceof Map)) throw cannotCoerce(value, spec);
    const values = new Map<string, Uint8Array>();
    for (const [member, item] of value) {
      const codec = fields.find((field) => field.name === member)?.codec;
      if (!codec) throw new ConversionError(`UDT '${name}' does not have field '${member}'`);
      values.set(member, codec.fromJson(item, form));
    }
    return framed(fields.map((field) => values.get(field.name)));
  }

  function toJson(bytes: Uint8Array, form: MapForm): Json {
    const values = unframed(bytes);
    const shown = frozen ? fields.slice(0, values.length) : fields;
    return new Map(shown.map((field, index) => [field.name, memberJson(field.codec, values[index], form)]));
  }

  const codecs = fields.map(({ codec }) => codec);
  return {
    spec,
    fromText,
    fromJson,
    toJson,
    unset: () => new Map(),
    toText: (bytes) =>
      `{${unframed(bytes)
        .map((value, index) => `${fields[index]?.name}=${memberText(codecs[index], value)}`)
        .join(', ')}}`,
    ...shared(codecs),
  };
}

/** Whether all members of a stored tuple or user-defined type are absent. */
export function isHollow(bytes: Uint8Array): boolean {
  return unframed(bytes).every((member) => member === undefined);
}

function shared(members: readonly Codec[]): Pick<Codec, 'toOrdered' | 'problem'> {
  return {
    toOrdered(bytes) {
      const values = unframed(bytes);
      return membersOrder(
        members.map((member, index) => {
          const value = values[index];
          return value && member.toOrdered(value);
        }),
      );
    },
    problem: (bytes) =>
      unframed(bytes)
        .map((value, index) => value && members[index]?.problem(value))
        .find(Boolean),
  };
}

function memberJson(codec: Codec, value: Uint8Array | undefined, form: MapForm): Json {
  return value ? codec.toJson(value, form) : codec.unset(form);
}

function memberText(codec: Codec | undefined, value: Uint8Array | undefined): string {
  return codec && value ? codec.toText(value) : 'null';
}
