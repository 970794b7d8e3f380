/** Shows what a projection wants of a document. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { Projection } from './projection.ts';
import { type Slice, sliced } from './slice.ts';

/** What is wanted of a value: the whole, a slice of a list, or what its members say. */
interface Layer {
  readonly members: Map<string, Layer>;
  isWhole: boolean;
  slice?: Slice;
}

export type Project = (document: JsonObject) => JsonObject;

export function projector({ kind, paths, showsId, special }: Projection): Project {
  if (kind === 'nothing') return () => new Map();
  const root = layersOf(paths);
  const isInclusion = kind === 'inclusion';
  return (document) => {
    const shown: JsonObject = new Map();
    for (const [name, value] of document) {
      if (name === '_id') {
        if (showsId) shown.set(name, value);
      } else if (name.startsWith('$')) {
        if (special.includes(name)) shown.set(name, value);
      } else {
        const part = isInclusion ? included(value, root.members.get(name)) : remaining(value, root.members.get(name));
        if (part !== undefined) shown.set(name, part);
      }
    }
    return shown;
  };
}

function layersOf(paths: Projection['paths']): Layer {
  const root: Layer = { members: new Map(), isWhole: false };
  for (const { segments, slice } of paths) {
    let layer = root;
    for (const segment of segments) {
      const next = layer.members.get(segment) ?? { members: new Map<string, Layer>(), isWhole: false };
      layer.members.set(segment, next);
      layer = next;
    }
    if (slice) layer.slice = slice;
    else layer.isWhole = true;
  }
  return root;
}

/** Objects in lists are looked into; what is neither is shown where a path ends in it or before. */
function included(value: Json, layer: Layer | undefined): Json | undefined {
  if (!layer) return undefined;
  if (layer.isWhole || layer.slice) return slicedBy(value, layer.slice);
  return within(value, layer, included);
}

function remaining(value: Json, layer: Layer | undefined): Json | undefined {
  if (!layer) return value;
  if (layer.slice) return slicedBy(value, layer.slice);
  return layer.isWhole ? undefined : within(value, layer, remaining);
}

function within(value: Json, layer: Layer, part: typeof included): Json {
  if (Array.isArray(value)) return value.map((item) => within(item, layer, part));
  if (!(value instanceof Map)) return value;
  const shown: JsonObject = new Map();
  for (const [name, member] of value) {
    const kept = part(member, layer.members.get(name));
    if (kept !== undefined) shown.set(name, kept);
  }
  return shown;
}

function slicedBy(value: Json, slice: Slice | undefined): Json {
  return slice && Array.isArray(value) ? sliced(value, slice) : value;
}
