/** What every CQL type can do: read what the REST API is given, and write what it answers. Values are the bytes that are stored. */
import type { Json } from '../../shared/json.ts';
import { javaDescription, javaText } from './java.ts';

export interface MapForm {
  /** Maps are JSON objects; otherwise lists of `{"key", "value"}`. */
  readonly compactMaps: boolean;
}

/** A value that can be converted but not bound: what the database says of it, and whether it tells the position first. */
export interface BindProblem {
  readonly text: string;
  readonly positioned: boolean;
}

export interface Codec {
  /** How conversion errors name the type, e.g. `TypeSpec.Basic.INT`. */
  readonly spec: string;
  /** From a string in a path or at the top of a payload, without outer quotes; containers as CQL literals. */
  fromText(text: string, form: MapForm): Uint8Array;
  /** From JSON, in which only some types take strings. */
  fromJson(value: Json, form: MapForm): Uint8Array;
  toJson(bytes: Uint8Array, form: MapForm): Json;
  /** What a column or member of this type without a value reads as. */
  unset(form: MapForm): Json;
  /** As Java prints the value; the keys of compact maps. */
  toText(bytes: Uint8Array): string;
  /** Sorts as the values do; no encoding of a type is a prefix of another one. */
  toOrdered(bytes: Uint8Array): Uint8Array;
  problem(bytes: Uint8Array): BindProblem | undefined;
}

/** A value does not fit its type; the message is the part of the answer behind `problem: `. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
}

export function cannotCoerce(value: Json, spec: string): ConversionError {
  return new ConversionError(`Cannot coerce ${javaDescription(value)} into expected protobuf type: ${spec}`);
}

function invalidString(text: string, spec: string): ConversionError {
  return new ConversionError(
    `Invalid String value ('${text}'): not valid representation/value for target protobuf type: ${spec}`,
  );
}

/** Takes the single quotes off a text that begins and ends with one, and halves those inside. */
export function unquoted(text: string): string {
  const quoted = text.length >= 2 && text.startsWith("'") && text.endsWith("'");
  return quoted ? text.slice(1, -1).replaceAll("''", "'") : text;
}

export interface Scalar<T> {
  /** The last part of the name in error texts. */
  readonly name: string;
  /** `undefined` when the text is no value; or throws with a text of its own. */
  parse(text: string): T | undefined;
  /** From JSON that is no string, `undefined` when the kind does not suit. */
  coerce?(value: Exclude<Json, string>): T | undefined;
  /** Nested strings and elements of `$in` are read like those in a path. */
  readonly strings?: boolean;
  serialize(value: T): Uint8Array;
  deserialize(bytes: Uint8Array): T;
  toJson(value: T): Json;
  toText?(value: T): string;
  toOrdered(bytes: Uint8Array): Uint8Array;
  problem?(bytes: Uint8Array): BindProblem | undefined;
}

/** Makes a codec of a type without parts. */
export function scalarCodec<T>(scalar: Scalar<T>): Codec {
  const spec = `TypeSpec.Basic.${scalar.name}`;

  function fromText(text: string): Uint8Array {
    const value = scalar.parse(text);
    if (value === undefined) throw invalidString(text, spec);
    return scalar.serialize(value);
  }

  function fromJson(value: Json): Uint8Array {
    if (typeof value === 'string') {
      if (scalar.strings) return fromText(value);
      throw cannotCoerce(value, spec);
    }
    const coerced = scalar.coerce?.(value);
    if (coerced === undefined) throw cannotCoerce(value, spec);
    return scalar.serialize(coerced);
  }

  const toJson = (bytes: Uint8Array) => scalar.toJson(scalar.deserialize(bytes));
  return {
    spec,
    fromText,
    fromJson,
    toJson,
    unset: () => null,
    toText: (bytes) => (scalar.toText ? scalar.toText(scalar.deserialize(bytes)) : javaText(toJson(bytes))),
    toOrdered: scalar.toOrdered,
    problem: (bytes) => scalar.problem?.(bytes),
  };
}
