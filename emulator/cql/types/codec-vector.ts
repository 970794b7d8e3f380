/** vector of floats: they stand one behind another, without lengths. */
import type { Json } from '../../shared/json.ts';
import { type Codec, ConversionError, cannotCoerce, type MapForm } from './codec.ts';
import { float } from './codec-number.ts';
import { LiteralReader } from './literal.ts';

const FLOAT_BYTES = 4;

export function vectorCodec(dimension: number): Codec {
  const spec = 'TypeSpec.Vector';

  function whole(numbers: readonly Uint8Array[]): Uint8Array {
    if (numbers.length === dimension) return Buffer.concat(numbers);
    throw new ConversionError(`Vector expected ${dimension} values, got ${numbers.length}`);
  }

  function fromText(text: string, form: MapForm): Uint8Array {
    const reader = new LiteralReader(text, 'List');
    const numbers: Uint8Array[] = [];
    reader.open('[', { position: 1, shown: 0 });
    for (let more = !reader.skip(']'); more; more = reader.more(']')) {
      numbers.push(float.fromText(reader.element(), form));
    }
    return whole(numbers);
  }

  function fromJson(value: Json, form: MapForm): Uint8Array {
    if (!Array.isArray(value)) throw cannotCoerce(value, spec);
    return whole(
      value.map((item) => (typeof item === 'string' ? float.fromText(item, form) : float.fromJson(item, form))),
    );
  }

  return {
    spec,
    fromText,
    fromJson,
    toJson: (bytes, form) => floatsOf(bytes).map((number) => float.toJson(number, form)),
    unset: () => null,
    toText: (bytes) => `[${floatsOf(bytes).map(float.toText).join(', ')}]`,
    toOrdered: (bytes) => Buffer.concat(floatsOf(bytes).map(float.toOrdered)),
    problem: () => undefined,
  };
}

function floatsOf(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / FLOAT_BYTES }, (_, at) =>
    bytes.subarray(at * FLOAT_BYTES, (at + 1) * FLOAT_BYTES),
  );
}
