/** Edges that names and types of columns suggest, as text to edit and keep. */
import type { Table } from '../../resolvers/typed/model.ts';
import { fieldName, TABLE_SUFFIXES, typedName } from '../../resolvers/typed/names.ts';

export interface Guess {
  readonly from: Table;
  readonly target: Table;
  /** Columns of the target's whole key, with the columns that hold their values; names of CQL. */
  readonly key: readonly (readonly [there: string, here: string])[];
}

/** How many rows of a sample lead somewhere. */
export interface Matches {
  readonly rows: number;
  /** A value of the key is null. */
  readonly without: number;
  readonly matched: number;
}

/** A column with the name and type of another table's whole key, or with the name of the table and `id`: `author_id`, `authorid`. */
export function guessRelations(tables: readonly Table[]): readonly Guess[] {
  return tables.flatMap((from) =>
    tables.flatMap((target) => (from === target ? [] : keysOf(from, target).map((key) => ({ from, target, key })))),
  );
}

function keysOf(from: Table, target: Table): readonly Guess['key'][] {
  const wanted = [...target.partitionKey, ...target.clusteringKey.map(({ name }) => name)];
  const typeOf = (table: Table, name: string) => table.columns.find((each) => each.name === name)?.type;
  const fits = (there: string, here: string) => {
    const type = typeOf(target, there);
    return type !== undefined && type === typeOf(from, here);
  };
  const [only, ...others] = wanted;
  if (only === undefined) return [];
  if (others.length > 0) {
    return wanted.every((name) => fits(name, name)) ? [wanted.map((name) => [name, name] as const)] : [];
  }
  const names = new Set([only, ...idNames(target.table, only)]);
  return from.columns.flatMap(({ name }) =>
    names.has(name.toLowerCase()) || name === only ? (fits(only, name) ? [[[only, name] as const]] : []) : [],
  );
}

/** `users` and `id` make `users_id`, `usersid`, `user_id` and `userid`. */
function idNames(table: string, key: string): readonly string[] {
  const name = table.toLowerCase();
  const singular = name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
  return [name, singular].flatMap((one) => ['id', key.toLowerCase()].flatMap((id) => [`${one}_${id}`, `${one}${id}`]));
}

/** @param guesses - of one keyspace, each with what a sample said */
export function printGuesses(keyspace: string, guesses: readonly (Guess & { readonly matches: Matches })[]): string {
  const head = [
    '# Guessed from the names and types of columns. Edit it, keep what is right, and give it to --relations.',
    `schema @keyspace(name: ${JSON.stringify(keyspace)})`,
  ];
  if (guesses.length === 0) head.push('# No column has the name and type of the whole key of another table.');
  const byTable = new Map<Table, string[]>();
  const taken = new Map<Table, Set<string>>();
  const add = (table: Table, names: readonly string[], comment: string, toLine: (name: string) => string) => {
    const used = taken.get(table) ?? new Set(['nodeId', ...table.columns.map((each) => fieldName(each.name))]);
    const free = names.find((name) => !used.has(name)) ?? unused(names.at(-1) ?? 'related', used);
    taken.set(table, used.add(free));
    byTable.set(table, [...(byTable.get(table) ?? []), `  # ${comment}`, `  ${toLine(free)}`]);
  };
  for (const { from, target, key, matches } of guesses) {
    const [name, origin] = [typedName(target.table), typedName(from.table)];
    const stems = key.length === 1 ? key.flatMap(([, here]) => here.replace(/_?id$/i, '') || []) : [];
    const names = [...stems.map((stem) => fieldName(stem)), name, `${name}_related`];
    add(from, names, comment(matches), (field) => `${field}: ${name} @related(key: { ${print(key)} })`);
    const back = key.map(([there, here]) => [here, there] as const);
    if (!isLeading(from, back)) continue;
    const text = `The rows of ${from.table} that lead here.`;
    const type = `${origin}${TABLE_SUFFIXES.connection}`;
    add(target, [origin, `${origin}_related`], text, (field) => `${field}: ${type} @related(key: { ${print(back)} })`);
  }
  const parts = [...byTable].map(([table, lines]) => `extend type ${typedName(table.table)} {\n${lines.join('\n')}\n}`);
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

/** Whether the columns are the beginning of the key, with all of its partition key. */
function isLeading({ partitionKey, clusteringKey }: Table, key: Guess['key']): boolean {
  const names = key.map(([there]) => there);
  const leading = [...partitionKey, ...clusteringKey.map(({ name }) => name)].slice(0, names.length);
  return names.length >= partitionKey.length && leading.every((name) => names.includes(name));
}

function unused(name: string, used: ReadonlySet<string>): string {
  let count = 2;
  while (used.has(`${name}_${count}`)) count += 1;
  return `${name}_${count}`;
}

function print(key: Guess['key']): string {
  return key.map(([there, here]) => `${fieldName(there)}: ${JSON.stringify(here)}`).join(', ');
}

function comment({ rows, without, matched }: Matches): string {
  if (rows === 0) return 'The table has no rows to try it on.';
  const nulls = without > 0 ? `; ${without} have no value` : '';
  return `${matched} of ${rows} rows lead to one${nulls}.`;
}
