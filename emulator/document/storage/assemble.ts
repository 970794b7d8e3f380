/**
 * Assembles leaves to JSON. Writes below a value of another kind leave contradictory leaves: a location takes the shape of a
 * later row only if no newer row has converted it (Document API, storage model).
 */
import type { Json, JsonObject } from '../../shared/json.ts';
import { serverFault } from '../values/errors.ts';
import { javaInt } from '../values/path.ts';
import { fromLeafValue, type LeafRow } from './leaf.ts';

export interface AssembleOptions {
  /** Lists become objects with the keys `[0]`, `[1]` …, as in the answers of searches within a document. */
  readonly arraysAsObjects?: boolean;
}

type Container = Json[] | JsonObject;

/** The current position of a row on its path. */
interface Cursor {
  value: Json;
  parent: Container | undefined;
  /** The step from the parent, as it is stored. */
  stepFromParent: string;
  /** The dotted path from the root. */
  location: string;
}

/**
 * @param rows - in the order of the database: by path, step by step, in the order of UTF-8
 * @returns an empty object when there are no rows
 */
export function assemble(rows: Iterable<LeafRow>, { arraysAsObjects = false }: AssembleOptions = {}): Json {
  let root: Json = new Map();
  /** When the value at a location was set, or converted to another shape. */
  const times = new Map<string, number>();
  for (const row of rows) insert(row);
  return root;

  function insert(row: LeafRow): void {
    const cursor: Cursor = { value: root, parent: undefined, stepFromParent: '', location: '$' };
    for (let depth = 0; ; depth += 1) {
      if (isOutdated(row, cursor.location)) return;
      const stored = row.path[depth] ?? '';
      const step = isBracketed(stored) ? `[${elementIndex(stored)}]` : stored;
      const next = row.path[depth + 1] ?? '';
      // An empty step ends the path, unless it is the first.
      if (next === '') {
        setLeaf(cursor, step, row);
        return;
      }
      descend(cursor, step, next, row);
      cursor.stepFromParent = stored;
      cursor.location += `.${step}`;
    }
  }

  function isOutdated(row: LeafRow, location: string): boolean {
    return (times.get(location) ?? row.time) > row.time;
  }

  function descend(cursor: Cursor, step: string, next: string, row: LeafRow): void {
    const isElement = isBracketed(step) && !arraysAsObjects;
    if (isElement && !Array.isArray(cursor.value)) {
      convert(cursor, []);
      if (cursor.parent) times.set(cursor.location, row.time);
    }
    let child = childAt(cursor.value, step, isElement);
    if (child === undefined) {
      if (!isElement && !(cursor.value instanceof Map)) {
        if (!cursor.parent) throw serverFault('Index must not be negative.');
        convert(cursor, new Map());
        times.set(cursor.location, row.time);
      }
      child = isBracketed(next) && !arraysAsObjects ? [] : new Map();
      setChild(cursor.value as Container, step, child);
    }
    cursor.parent = cursor.value as Container;
    cursor.value = child;
  }

  function setLeaf(cursor: Cursor, step: string, row: LeafRow): void {
    const isElement = isBracketed(step) && !arraysAsObjects;
    if (isElement ? !Array.isArray(cursor.value) : isObjectWanted(cursor, step)) {
      convert(cursor, isElement ? [] : new Map());
      times.set(cursor.location, row.time);
    }
    const location = `${cursor.location}.${step}`;
    if (isOutdated(row, location)) return;
    writeLeaf(cursor.value, step, fromLeafValue(row.value));
    times.set(location, row.time);
  }

  /** Replaces the current value. */
  function convert(cursor: Cursor, shape: Container): void {
    cursor.value = shape;
    // As upstream, the key of an element of a list shown as an object keeps its leading zeros here.
    if (cursor.parent) setChild(cursor.parent, cursor.stepFromParent, shape);
    else root = shape;
  }
}

/** A list at the root is not converted to an object: the row that needs an object fails. */
function isObjectWanted({ value, parent }: Cursor, step: string): boolean {
  return parent !== undefined && !isBracketed(step) && !(value instanceof Map);
}

function writeLeaf(container: Json, step: string, value: Json): void {
  if (container instanceof Map) container.set(step, value);
  else if (!Array.isArray(container)) throw serverFault('Invalid document state');
  else if (!isBracketed(step)) throw serverFault(`Trying to write object to array ${step}`);
  else if ((container[elementIndex(step)] ?? null) === null) setChild(container, step, value);
}

/** A null in a list does not count as a child: it may only fill a gap. */
function childAt(container: Json, step: string, isElement: boolean): Json | undefined {
  if (isElement) return (container as Json[])[elementIndex(step)] ?? undefined;
  return container instanceof Map ? container.get(step) : undefined;
}

function setChild(container: Container, step: string, child: Json): void {
  if (container instanceof Map) {
    container.set(step, child);
    return;
  }
  const index = elementIndex(step);
  while (container.length < index) container.push(null);
  container[index] = child;
}

function isBracketed(step: string): boolean {
  return step.startsWith('[');
}

/** Every step that begins with a bracket must be an index; any other makes the document unreadable. */
function elementIndex(step: string): number {
  const text = step.slice(1, -1);
  const index = javaInt(text);
  if (index === undefined) throw serverFault(`For input string: "${text}"`);
  return index;
}
