/** Checks declared edges from documents, and to documents, when the schema is built. */
import { type CqlType, printType } from '../../datasources/cql/type.ts';
import { canonical } from '../../datasources/cql/value.ts';
import { show } from '../../datasources/json/shorten.ts';
import { printPath } from '../../datasources/source/document-paths.ts';
import { InputError, UpstreamError } from '../../datasources/source/errors.ts';
import type { CqlValue, Json, Path } from '../../datasources/source/source.ts';
import { toPath } from '../projection/path.ts';
import { toDocumentId } from '../relations/related.ts';
import {
  attempt,
  columnSource,
  type DeclaredPart,
  type EdgeParts,
  sourceColumn,
  toEdgeKey,
} from '../typed/edge-key.ts';
import type { EdgePart } from '../typed/edges.ts';
import type { TypedTable } from '../typed/model.ts';
import { SCALAR_NAMES } from '../typed/scalar-names.ts';
import { describedAt } from './described-path.ts';
import type { TypedCollection, ValueType } from './model.ts';
import { DOCUMENT_SCALARS, type DocumentScalar } from './scalars.ts';

/** What has an edge. */
export type EdgeOrigin = TypedTable | TypedCollection;

interface DeclaredSource {
  readonly from?: string;
  readonly value?: unknown;
}

/** As an operator declares it. */
export type DeclaredDocuments =
  | { readonly id: DeclaredSource }
  | { readonly where: readonly (DeclaredSource & { readonly path: string })[] };

/** The name of the one part of an edge to one document. */
export const DOCUMENT_ID = 'documentId';

export function toRowEdge(
  origin: EdgeOrigin,
  declared: { readonly target: TypedTable; readonly parts: readonly DeclaredPart[]; readonly isList: boolean },
): EdgeParts {
  return toEdgeKey({ ...declared, sourceOf: isTable(origin) ? columnSource(origin) : pathSource(origin) });
}

export function toDocumentEdge(origin: EdgeOrigin, target: TypedCollection, by: DeclaredDocuments): EdgeParts {
  return attempt(() => {
    if ('id' in by) return [toIdPart(origin, by.id)];
    const twice = by.where.find(({ path }, index) => by.where.slice(0, index).some((each) => each.path === path));
    if (twice) throw new InputError(`"where" has two conditions on the path "${twice.path}". Take one of them away.`);
    return by.where.map(({ path, ...source }) => toCondition(origin, target, path, source));
  });
}

export function isTable(origin: EdgeOrigin): origin is TypedTable {
  return 'table' in origin;
}

/** What documents have at a path becomes a value of a column. */
function pathSource(origin: TypedCollection): ReturnType<typeof columnSource> {
  return (from, { target, column, type }) => {
    const here = readSource(origin, from);
    const there = scalarOf(type);
    if (!there || (here.scalar && !isSame(here.scalar, there))) {
      throw new InputError(
        `What is at "${from}" is ${here.scalar ? `described as ${here.scalar}` : 'a value of JSON'}, but "${column}" of the table "${target.table.table}" is ${printType(type)}. Name a path of the same type.`,
      );
    }
    const toValue = (value: CqlValue): CqlValue => {
      try {
        const read = here.scalar ? DOCUMENT_SCALARS[here.scalar].read(value) : value;
        return canonical(type, (read ?? value) as CqlValue, { what: column, types: target.types.definitions });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new UpstreamError(
          `The document has ${show(value)} at "${from}", and the column "${column}" that it leads to is ${printType(type)}. Change the document, or the edge.`,
        );
      }
    };
    return { from: printPath(here.path), convert: toValue };
  };
}

function toIdPart(origin: EdgeOrigin, { from, value }: DeclaredSource): EdgePart {
  const to = DOCUMENT_ID;
  if (from === undefined) return { to, value: toDocumentId('id', constant(value, 'id of the document')) };
  const here = readSource(origin, from);
  return { to, from: here.from, convert: (known) => (known === null ? null : toDocumentId(from, known)) };
}

function toCondition(
  origin: EdgeOrigin,
  target: TypedCollection,
  path: string,
  { from, value }: DeclaredSource,
): EdgePart {
  const there = scalarAt(target, path);
  if (from === undefined) {
    const given = constant(value, `path "${path}"`);
    const fits = there === undefined || DOCUMENT_SCALARS[there].write(given) !== undefined;
    if (fits) return { to: path, value: given };
    throw new InputError(
      `The constant ${show(given)} does not fit the path "${path}", which is described as ${there}. Correct one of them.`,
    );
  }
  const here = readSource(origin, from);
  if (here.scalar && there && !isSame(here.scalar, there)) {
    throw new InputError(
      `"${from}" is ${here.scalar}, but the path "${path}" of "${target.name}" is described as ${there}. Name one of the same type.`,
    );
  }
  // A column has another value in the graph than in JSON, such as whole numbers as text.
  const write =
    isTable(origin) && here.scalar ? DOCUMENT_SCALARS[here.scalar].write : (known: unknown) => known as Json;
  return {
    to: path,
    from: here.from,
    convert: (known) => {
      const json = write(known);
      if (json !== undefined && (typeof json !== 'object' || json === null)) return json;
      throw new InputError(`"${from}" holds ${show(known)}, which cannot be compared with the path "${path}".`);
    },
  };
}

interface Source {
  /** As readers have it. */
  readonly from: string;
  /** Of a document. */
  readonly path: Path;
  /** `undefined` at a path of which nothing is said. */
  readonly scalar: DocumentScalar | undefined;
}

/** @throws InputError - when there is no such column, for a malformed path, and for what is no scalar */
function readSource(origin: EdgeOrigin, from: string): Source {
  if (!isTable(origin)) {
    const path = toPath(from);
    return { from: printPath(path), path, scalar: scalarAt(origin, from) };
  }
  const { column, type } = sourceColumn(origin, from);
  const scalar = scalarOf(type);
  if (scalar) return { from: column.name, path: [], scalar };
  throw new InputError(
    `The column "${column.name}" is ${printType(type)}, and documents are found by one text, number or such. Name another column.`,
  );
}

function scalarAt(collection: TypedCollection, text: string): DocumentScalar | undefined {
  const type: ValueType | undefined = describedAt(collection, toPath(text), text);
  if (type === undefined || type.kind === 'scalar') return type?.name;
  throw new InputError(
    `The path "${text}" of "${collection.name}" is described as ${type.kind === 'list' ? 'a list' : type.name}. Name a path to one value.`,
  );
}

function scalarOf(type: CqlType): DocumentScalar | undefined {
  return type.kind === 'scalar' ? SCALAR_NAMES[type.name] : undefined;
}

const NUMBERS: ReadonlySet<DocumentScalar> = new Set(['Int', 'BigInt', 'Float']);
const TEXTS: ReadonlySet<DocumentScalar> = new Set(['String', 'ID', 'UUID']);

/** JSON has one kind of numbers, and an id is text. */
function isSame(one: DocumentScalar, other: DocumentScalar): boolean {
  if (one === other || one === 'JSON' || other === 'JSON') return true;
  if (one === 'ID' || other === 'ID') return TEXTS.has(one) && TEXTS.has(other);
  return NUMBERS.has(one) && NUMBERS.has(other);
}

function constant(value: unknown, what: string): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new InputError(`The constant for the ${what} is ${show(value)}. Give text, a number, true or false.`);
}
