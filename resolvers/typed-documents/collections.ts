/** Which descriptions a typed graph shows: those of its namespace whose names are free. */
import type { KeyspaceRef } from '../../datasources/source/source.ts';
import { BY_ID_SUFFIX, typedName } from '../typed/names.ts';
import type { DescribedType, DescriptionProblem, DocumentDescriptions, TypedCollection, ValueType } from './model.ts';

/** What is generated for a described collection: types, and root fields. Mutations begin with a verb, and so with a reserved prefix. */
export const DOCUMENT_SUFFIXES = {
  byId: BY_ID_SUFFIX,
  connection: '_connection',
  edge: '_edge',
  filter: '_filter',
  input: '_input',
  set: '_set',
  created: '_created',
  updated: '_updated',
  replaced: '_replaced',
  deleted: '_deleted',
} as const;

export interface FittingDescriptions {
  readonly collections: readonly TypedCollection[];
  /** The types of objects that they refer to. */
  readonly types: readonly DescribedType[];
  readonly problems: readonly DescriptionProblem[];
}

/** @param isTaken - whether a table or a type of the keyspace has the name */
export function fitDescriptions(
  { collections, types }: DocumentDescriptions,
  { databaseId, keyspace }: KeyspaceRef,
  isTaken: (name: string) => boolean,
): FittingDescriptions {
  const problems: DescriptionProblem[] = [];
  const used = new Set<string>();
  const claim = (names: readonly string[], { name: owner, place }: DescribedType): boolean => {
    const clash = names.find((name) => isTaken(name) || used.has(name));
    const isReserved = typedName(owner) !== owner;
    if (clash === undefined && !isReserved) {
      for (const name of names) used.add(name);
      return true;
    }
    const reason = isReserved ? 'is one that the graph uses itself' : `makes "${clash}", which exists already`;
    problems.push({
      ...place,
      message: `The name of the described type "${owner}" ${reason}. Give the type another name.`,
    });
    return false;
  };

  const own = collections.filter(({ namespace }) => namespace === keyspace);
  const wanted = reachable(own, types);
  const nested = new Map(
    wanted
      .filter((type) => claim([type.name, `${type.name}_filter`, `${type.name}_input`], type))
      .map((type) => [type.name, type] as const),
  );
  const fitting = own
    .filter((type) =>
      claim(
        ['', ...Object.values(DOCUMENT_SUFFIXES)].map((suffix) => type.name + suffix),
        type,
      ),
    )
    .map((each): TypedCollection => {
      const ref = { databaseId, keyspace, collection: each.collection };
      return { ...withKnown(each, nested), ref, types: nested };
    })
    .filter(({ fields }) => fields.length > 0);
  return { collections: fitting, types: [...nested.values()].map((type) => withKnown(type, nested)), problems };
}

/** The same under names that begin with a prefix: for the graph of another keyspace. */
export function prefixDescriptions(
  { collections, types, problems }: FittingDescriptions,
  prefix: string,
): FittingDescriptions {
  const toType = (type: ValueType): ValueType => {
    if (type.kind === 'list') return { ...type, element: toType(type.element) };
    return type.kind === 'object' ? { ...type, name: `${prefix}${type.name}` } : type;
  };
  const rename = <T extends DescribedType>(type: T): T => ({
    ...type,
    name: `${prefix}${type.name}`,
    fields: type.fields.map((field) => ({ ...field, type: toType(field.type) })),
  });
  const renamed = types.map(rename);
  const byName = new Map(renamed.map((type) => [type.name, type]));
  return { collections: collections.map((each) => ({ ...rename(each), types: byName })), types: renamed, problems };
}

/** Types of objects that fields of documents lead to. */
function reachable(from: readonly DescribedType[], types: DocumentDescriptions['types']): readonly DescribedType[] {
  const found = new Map<string, DescribedType>();
  const visit = ({ fields }: DescribedType): void => {
    for (const { type } of fields) {
      const described = types.get(objectName(type) ?? '');
      if (!described || found.has(described.name)) continue;
      found.set(described.name, described);
      visit(described);
    }
  };
  from.forEach(visit);
  return [...found.values()];
}

/** Without fields whose type has been left out. */
function withKnown<T extends DescribedType>(type: T, nested: ReadonlyMap<string, DescribedType>): T {
  const fields = type.fields.filter((field) => {
    const name = objectName(field.type);
    return name === undefined || nested.has(name);
  });
  return { ...type, fields };
}

export function objectName(type: ValueType): string | undefined {
  if (type.kind === 'list') return objectName(type.element);
  return type.kind === 'object' ? type.name : undefined;
}
