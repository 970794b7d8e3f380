/** How many documents disagree with each inferred field. */
import type { Json } from '../../datasources/source/source.ts';
import { type InferredField, type InferredType, SCALAR_KINDS } from './infer-type.ts';
import { isList, kindOf } from './tally.ts';

/** Numbers of documents. */
export interface Disagreement {
  /** The field is not there, in the document or in an object that has its type. */
  missing: number;
  null: number;
  /** A value is of another type, also an element of a list. */
  other: number;
}

type Disagreements = ReadonlyMap<InferredField, Disagreement>;
type Members = { readonly [name: string]: Json };

export function countDisagreements(fields: readonly InferredField[], documents: readonly Json[]): Disagreements {
  const counts = new Map<InferredField, Disagreement>();

  function visit(below: readonly InferredField[], holders: readonly Members[]): void {
    for (const field of below) {
      const count = counts.get(field) ?? { missing: 0, null: 0, other: 0 };
      counts.set(field, count);
      const values = holders.flatMap((holder) =>
        Object.hasOwn(holder, field.member) ? [holder[field.member] as Json] : [],
      );
      if (values.length < holders.length) count.missing += 1;
      const found = sort(field.type, values);
      if (found.hasNull) count.null += 1;
      if (found.hasOther) count.other += 1;
      if (found.objects.length > 0) visit(fieldsWithin(field.type), found.objects);
    }
  }

  for (const document of documents) if (isObject(document)) visit(fields, [document]);
  return counts;
}

interface Sorted {
  readonly hasNull: boolean;
  readonly hasOther: boolean;
  /** Those that have the type. */
  readonly objects: readonly Members[];
}

function sort(type: InferredType, values: readonly Json[]): Sorted {
  const present = values.filter((value) => value !== null);
  const hasNull = present.length < values.length;
  if (type.kind === 'scalar') {
    const kinds: readonly string[] = SCALAR_KINDS[type.name];
    return { hasNull, hasOther: present.some((value) => !kinds.includes(kindOf(value))), objects: [] };
  }
  if (type.kind === 'object') {
    const objects = present.filter(isObject);
    return { hasNull, hasOther: objects.length < present.length, objects };
  }
  const lists = present.filter(isList);
  const elements = sort(type.element, lists.flat() as readonly Json[]);
  const hasOther = lists.length < present.length || elements.hasOther || elements.hasNull;
  return { hasNull, hasOther, objects: elements.objects };
}

function fieldsWithin(type: InferredType): readonly InferredField[] {
  if (type.kind === 'list') return fieldsWithin(type.element);
  return type.kind === 'object' ? type.fields : [];
}

function isObject(value: Json): value is Members {
  return typeof value === 'object' && value !== null && !isList(value);
}
