/** Guesses the edges of a keyspace, and tries each on a sample of its rows. */
import { NotFoundError } from '../../datasources/source/errors.ts';
import type { KeyspaceRef, RowValues, Source } from '../../datasources/source/source.ts';
import { type Guess, guessRelations, type Matches, printGuesses } from '../../schema/relations/guess.ts';

/** How many rows of each table are looked at. */
const SAMPLE_SIZE = 100;

/** SDL for a file of relations. @throws NotFoundError - when there is no such keyspace @throws SourceError */
export async function guessRelationsOf(source: Source, ref: KeyspaceRef): Promise<string> {
  const tables = await source.catalog.tables(ref);
  if (!tables) throw new NotFoundError(`There is no keyspace "${ref.keyspace}". Name one of the database.`);
  const guesses = [];
  for (const guess of guessRelations(tables)) guesses.push({ ...guess, matches: await tryGuess(source, guess) });
  return printGuesses(ref.keyspace, guesses);
}

/** One page of rows, and one batch of their keys. */
async function tryGuess({ rows }: Source, { from, target, key }: Guess): Promise<Matches> {
  const pageSize = Math.min(SAMPLE_SIZE, await rows.maxPageSize(from.databaseId));
  const columns = [
    ...new Set([...from.partitionKey, ...from.clusteringKey.map(({ name }) => name), ...key.map(([, here]) => here)]),
  ];
  const { items } = await rows.findPage(from, { pageSize, columns });
  const keys = items.map(
    ({ values }): RowValues => Object.fromEntries(key.map(([there, here]) => [there, values[here] ?? null])),
  );
  const whole = keys.filter((each) => Object.values(each).every((value) => value !== null));
  const distinct = [...new Map(whole.map((each) => [JSON.stringify(each), each]))];
  const found = await rows.readMany(
    target,
    distinct.map(([, each]) => each),
    key.map(([there]) => there),
  );
  const known = new Set(distinct.flatMap(([text], index) => (isRow(found[index]) ? [text] : [])));
  const matched = whole.filter((each) => known.has(JSON.stringify(each))).length;
  return { rows: items.length, without: items.length - whole.length, matched };
}

/** @throws the error of a row that could not be read */
function isRow(found: unknown): boolean {
  if (found instanceof Error) throw found;
  return found !== null && found !== undefined;
}
