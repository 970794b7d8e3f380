/** The codec of a CQL type: converts between the stored bytes of a value and the texts and JSON of the REST API. */
import type { Json } from '../../shared/json.ts';
import { javaDescription, javaText } from './java.ts';

export interface MapForm {
  /** Maps are JSON objects; otherwise lists of `{"key", "value"}`. */
  readonly compactMaps: boolean;
}

/** The database's error for a value that can be converted but not bound, and whether the message names its position. */
export interface BindProblem {
  readonly text: string;
  readonly positioned: boolean;
}

export interface Codec {
  /** The type's name in conversion errors, e.g. `TypeSpec.Basic.INT`. */
  readonly spec: string;
  /** From a string in a path or at the top level of a payload, without outer quotes; containers are CQL literals. */
  fromText(text: string, form: MapForm): Uint8Array;
  /** From JSON; only some types accept strings. */
  fromJson(value: Json, form: MapForm): Uint8Array;
  toJson(bytes: Uint8Array, form: MapForm): Json;
  /** The JSON of a column or member without a value. */
  unset(form: MapForm): Json;
  /** The value as Java prints it, for the keys of compact maps. */
  toText(bytes: Uint8Array): string;
  /** Encodes the value so that byte order is value order; no encoding of a type is a prefix of another. */
  toOrdered(bytes: Uint8Array): Uint8Array;
  problem(bytes: Uint8Array): BindProblem | undefined;
}

/** A value does not fit its type. The message is the part of the answer after `problem: `. */
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

/** Removes the single quotes around a text, and unescapes those inside. */
export function unquoted(text: string): string {
  const quoted = text.length >= 2 && text.startsWith("'") && text.endsWith("'");
  return quoted ? text.slice(1, -1).replaceAll("''", "'") : text;
}

export interface Scalar<T> {
  /** The last part of the type's name in errors. */
  readonly name: string;
  /** `undefined` for an invalid text; may throw an error with its own message. */
  parse(text: string): T | undefined;
  /** From JSON other than strings; `undefined` for an unsuitable JSON type. */
  coerce?(value: Exclude<Json, string>): T | undefined;
  /** Nested strings and elements of `$in` are parsed like path segments. */
  readonly strings?: boolean;
  serialize(value: T): Uint8Array;
  deserialize(bytes: Uint8Array): T;
  toJson(value: T): Json;
  toText?(value: T): string;
  toOrdered(bytes: Uint8Array): Uint8Array;
  problem?(bytes: Uint8Array): BindProblem | undefined;
}

/** Creates the codec of a scalar type. */
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
