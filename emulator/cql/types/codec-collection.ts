/** list and set. */
import type { Json } from '../../shared/json.ts';
import { framed, unframed } from './bytes.ts';
import { type Codec, cannotCoerce, type MapForm } from './codec.ts';
import { LiteralReader } from './literal.ts';
import { listOrder } from './ordered.ts';

/** The elements of a stored list or set, or the alternating keys and values of a map. */
export function elementsOf(bytes: Uint8Array): Uint8Array[] {
  return unframed(bytes).filter((element) => element !== undefined);
}

export function listCodec(element: Codec): Codec {
  return elementsCodec('List', '[', ']', element, (elements) => elements);
}

/** Removes duplicates and keeps the given order. Writing sorts a set, except within tuples and user-defined types. */
export function setCodec(element: Codec): Codec {
  return elementsCodec('Set', '{', '}', element, distinct);
}

/** Removes elements with equal bytes. */
export function distinct(elements: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(elements.map((bytes) => [Buffer.from(bytes).toString('latin1'), bytes])).values()];
}

function elementsCodec(
  what: 'List' | 'Set',
  open: string,
  close: string,
  element: Codec,
  arranged: (elements: Uint8Array[]) => Uint8Array[],
): Codec {
  const spec = `TypeSpec.${what}`;

  function fromText(text: string, form: MapForm): Uint8Array {
    const reader = new LiteralReader(text, what);
    const elements: Uint8Array[] = [];
    reader.open(open, { position: 1, shown: 0 });
    for (let more = !reader.skip(close); more; more = reader.more(close)) {
      elements.push(element.fromText(reader.element(), form));
    }
    return framed(arranged(elements));
  }

  function fromJson(value: Json, form: MapForm): Uint8Array {
    if (!Array.isArray(value)) throw cannotCoerce(value, spec);
    return framed(arranged(value.map((item) => element.fromJson(item, form))));
  }

  return {
    spec,
    fromText,
    fromJson,
    toJson: (bytes, form) => elementsOf(bytes).map((item) => element.toJson(item, form)),
    unset: () => [],
    toText: (bytes) => `[${elementsOf(bytes).map(element.toText).join(', ')}]`,
    toOrdered: (bytes) => listOrder(elementsOf(bytes).map(element.toOrdered)),
    problem: (bytes) => elementsOf(bytes).map(element.problem).find(Boolean),
  };
}
