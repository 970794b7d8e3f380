/** The type that most values at a place have. */

import type { Json } from '../../datasources/source/source.ts';
import { countValue, createTally, type Tally, type ValueKind } from './tally.ts';

/** A type as SDL has it, but for the names of object types. */
export type InferredType = { readonly isRequired: boolean } & (
  | { readonly kind: 'scalar'; readonly name: ScalarName }
  | { readonly kind: 'list'; readonly element: InferredType }
  | { readonly kind: 'object'; readonly fields: readonly InferredField[] }
);

export interface InferredField {
  readonly member: string;
  readonly type: InferredType;
}

/** The kinds of values that each scalar takes. */
export const SCALAR_KINDS = {
  Boolean: ['boolean'],
  Int: ['int'],
  BigInt: ['int', 'integer'],
  Float: ['int', 'integer', 'float'],
  DateTime: ['dateTime', 'extendedDate'],
  LocalDate: ['date'],
  UUID: ['uuid', 'extendedUuid'],
  String: ['dateTime', 'date', 'uuid', 'text'],
  JSON: [
    ...(['boolean', 'int', 'integer', 'float', 'dateTime', 'date', 'uuid', 'text', 'object', 'list'] as const),
    ...(['extendedDate', 'extendedUuid'] as const),
  ],
} as const satisfies Readonly<Record<string, readonly ValueKind[]>>;

export type ScalarName = keyof typeof SCALAR_KINDS;

/** Families of scalars, from the widest: the narrowest that takes as many values is chosen. */
const FAMILIES: readonly (readonly ScalarName[])[] = [
  ['String', 'UUID', 'LocalDate', 'DateTime'],
  ['Float', 'BigInt', 'Int'],
  ['Boolean'],
  ['DateTime'],
  ['UUID'],
];

/** The fields of documents. */
export function inferFields(documents: readonly Json[]): readonly InferredField[] {
  const tally = createTally();
  for (const document of documents) countValue(tally, document);
  return fieldsOf(tally);
}

function fieldsOf({ members, kinds }: Tally): readonly InferredField[] {
  const holders = kinds.get('object') ?? 0;
  return [...members]
    .filter(([member]) => member !== '')
    .map(([member, tally]) => ({ member, type: inferType(tally, holders) }));
}

/** @param holders - how many objects or lists could have a value there. A value that some lack, or have of another type, may be null. */
function inferType(tally: Tally, holders: number): InferredType {
  const count = (wanted: readonly ValueKind[]) => wanted.reduce((sum, kind) => sum + (tally.kinds.get(kind) ?? 0), 0);
  const [objects, lists] = [count(['object']), count(['list'])];
  const scalars = FAMILIES.map(([widest = 'JSON', ...others]) => {
    const fits = count(SCALAR_KINDS[widest]);
    return { fits, name: others.findLast((name) => count(SCALAR_KINDS[name]) === fits) ?? widest };
  });
  const scalar = scalars.reduce((one, other) => (other.fits > one.fits ? other : one));
  const fits = Math.max(objects, lists, scalar.fits);
  const isRequired = fits === holders;
  const isOpen = fits === 0 || (fits === objects && ![...tally.members.keys()].some(Boolean));
  if (isOpen) return { kind: 'scalar', name: 'JSON', isRequired: isRequired && fits > 0 };
  if (fits === objects) return { kind: 'object', fields: fieldsOf(tally), isRequired };
  if (fits > lists) return { kind: 'scalar', name: scalar.name, isRequired };
  const { elements = createTally() } = tally;
  return { kind: 'list', element: inferType(elements, elements.count), isRequired };
}
