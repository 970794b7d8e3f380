/** What a copy will do, made from the definitions of both sides before anything is written. */
import { ConfigError } from '../config/config-error.ts';
import type { Item, KeyspacePlan } from './item.ts';
import type { Loss } from './losses.ts';
import { planCollections } from './plan-collections.ts';
import { planTables } from './plan-tables.ts';
import { planTypes } from './plan-types.ts';
import type { Planning } from './planning.ts';
import type { Side } from './side.ts';

export interface CopyPlan {
  readonly keyspaces: readonly KeyspacePlan[];
  readonly items: readonly Item[];
  readonly losses: readonly Loss[];
  /** What is made otherwise than in the source, though nothing is lost. */
  readonly notes: readonly string[];
}

/** Keyspaces of the database itself. */
const SYSTEM =
  /^(system|system_.*|data_endpoint_auth|stargate_system|dse_.*|solr_admin|datastax_.*|OpsCenter|HiveMetaStore|cfs|cfs_archive)$/;

/**
 * @param names - of keyspaces; none: all but those of the database itself
 * @throws ConfigError - when the source lacks one, or the target has something else under a name
 */
export async function planCopy(from: Side, to: Side, names: readonly string[]): Promise<CopyPlan> {
  const [ours, theirs, capabilities, checks] = await Promise.all([
    keyspaceNames(from),
    keyspaceNames(to),
    to.run(async (source) => source.databases.capabilities(to.databaseId)),
    to.run(async (source) => source.catalog.checks(to.databaseId)),
  ]);
  const wanted = names.length > 0 ? [...new Set(names)] : ours.filter((name) => !SYSTEM.test(name));
  checkNames(wanted, ours);
  const [refusals, losses, notes]: [string[], Loss[], string[]] = [[], [], []];
  const keyspaces: KeyspacePlan[] = [];
  const items: Item[] = [];
  for (const keyspace of wanted) {
    const planning: Planning = { from, to, keyspace, capabilities, checks, refusals, losses, notes };
    const isNew = !theirs.includes(keyspace);
    const types = await planTypes(planning, isNew);
    const tables = await planTables(planning, { isNew, types });
    const collections = await planCollections(planning, isNew);
    checkKinds(planning, tables.there, collections.there, [...tables.items, ...collections.items]);
    keyspaces.push({ name: keyspace, isNew, types: types.make });
    items.push(...tables.items, ...collections.items);
    if (isNew) notes.push(`The keyspace ${keyspace} is made with the target's default replication.`);
  }
  if (refusals.length > 0) {
    throw new ConfigError(...refusals.map((text) => `${text}. Change or rename one of the two; nothing was written.`));
  }
  return { keyspaces, items, losses, notes };
}

async function keyspaceNames(side: Side): Promise<readonly string[]> {
  const keyspaces = await side.run((source) => source.catalog.keyspaces(side.databaseId));
  return keyspaces.map(({ name }) => name);
}

function checkNames(wanted: readonly string[], there: readonly string[]): void {
  const missing = wanted.filter((name) => !there.includes(name));
  if (missing.length === 0) return;
  const own = there.filter((name) => !SYSTEM.test(name)).join(', ') || 'none';
  throw new ConfigError(...missing.map((name) => `The source has no keyspace ${name}; it has: ${own}.`));
}

/** Tables and collections share their names in a keyspace. */
function checkKinds(
  { refusals, keyspace }: Planning,
  tables: readonly string[],
  collections: readonly string[],
  items: readonly Item[],
): void {
  for (const { kind, target } of items) {
    const name = 'table' in target ? target.table : target.collection;
    const isOther = (kind === 'table' ? collections : tables).includes(name);
    const other = kind === 'table' ? 'collection' : 'table';
    if (isOther) refusals.push(`${keyspace}.${name} is a ${kind} in the source, and a ${other} in the target`);
  }
}
