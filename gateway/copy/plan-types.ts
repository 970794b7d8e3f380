/** User-defined types: those that the target needs, in the order of their dependencies. */
import { typesWithin } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import type { UserDefinedType } from '../../datasources/source/source.ts';
import { reasonOf } from './losses.ts';
import type { Planning } from './planning.ts';
import type { Side } from './side.ts';
import { typesLike } from './table-fit.ts';

export interface TypePlan {
  /** Those of the source. */
  readonly all: readonly UserDefinedType[];
  readonly make: readonly UserDefinedType[];
  /** Those that the target cannot hold. */
  readonly missing: ReadonlySet<string>;
}

export async function planTypes(planning: Planning, isNew: boolean): Promise<TypePlan> {
  const { from, to, keyspace, refusals, losses } = planning;
  const ours = inOrder(await typesOf(from, keyspace));
  const theirs = ours.length === 0 || isNew ? [] : await typesOf(to, keyspace);
  const make: UserDefinedType[] = [];
  const missing = new Set<string>();
  for (const type of ours) {
    const there = theirs.find(({ name }) => name === type.name);
    const difference = there && fieldDifference(type, there);
    if (difference) refusals.push(`The type ${keyspace}.${type.name} has ${difference}`);
    if (there) continue;
    const reason = refusalOf(planning, type, missing);
    if (reason === undefined) make.push(type);
    else {
      missing.add(type.name);
      losses.push({ kind: 'type', in: keyspace, name: type.name, reason });
    }
  }
  return { all: ours, make, missing };
}

async function typesOf(side: Side, keyspace: string): Promise<readonly UserDefinedType[]> {
  const ref = { databaseId: side.databaseId, keyspace };
  return (await side.run((source) => source.catalog.types(ref))) ?? [];
}

/** Each after those that its fields have. */
function inOrder(types: readonly UserDefinedType[]): readonly UserDefinedType[] {
  const byName = new Map(types.map((type) => [type.name, type]));
  const ordered = new Set<UserDefinedType>();
  function add(type: UserDefinedType): void {
    if (ordered.has(type)) return;
    for (const name of neededBy(type)) {
      const needed = byName.get(name);
      if (needed) add(needed);
    }
    ordered.add(type);
  }
  for (const type of types) add(type);
  return [...ordered];
}

function neededBy({ fields }: UserDefinedType): readonly string[] {
  const inner = fields.flatMap(({ type }) => typesWithin(parseType(type)));
  return inner.flatMap((type) => (type.kind === 'udt' ? [type.name] : []));
}

function fieldDifference(source: UserDefinedType, target: UserDefinedType): string | undefined {
  const print = ({ fields }: UserDefinedType) => fields.map(({ name, type }) => `${name} ${type}`).join(', ');
  const isLike =
    source.fields.length === target.fields.length &&
    source.fields.every(({ name, type }) =>
      target.fields.some((field) => field.name === name && typesLike(type).includes(field.type)),
    );
  return isLike ? undefined : `the fields ${print(target)} in the target, and ${print(source)} in the source`;
}

function refusalOf(
  { capabilities, checks }: Planning,
  type: UserDefinedType,
  missing: ReadonlySet<string>,
): string | undefined {
  if (!capabilities.includes('USER_DEFINED_TYPES')) return 'The target has no user-defined types.';
  const needed = neededBy(type).find((name) => missing.has(name));
  if (needed !== undefined) return `The target does not hold the type ${needed}, which it needs.`;
  try {
    checks.type(type);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
