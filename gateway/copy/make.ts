/** Makes in the target what it lacks: keyspaces, types, tables, collections; after their contents, indexes and JSON schemas. */
import type { CollectionItem, Item, KeyspacePlan, TableItem } from './item.ts';
import { type Loss, reasonOf } from './losses.ts';
import { isOfTheItem } from './patience.ts';
import type { Side } from './side.ts';

export async function makeKeyspace(to: Side, { name, isNew, types }: KeyspacePlan): Promise<void> {
  const ref = { databaseId: to.databaseId, keyspace: name };
  if (isNew) await to.run(({ catalog }) => catalog.createKeyspace(ref, {}, true));
  for (const type of types) await to.run(({ catalog }) => catalog.createType(ref, type, true));
}

/** The item as it is in the target now; or why the target did not make it. */
export async function makeItem(to: Side, item: Item): Promise<Item | Loss> {
  try {
    return item.kind === 'table' ? await makeTable(to, item) : await makeCollection(to, item);
  } catch (error) {
    if (!isOfTheItem(error)) throw error;
    const name = item.kind === 'table' ? item.target.table : item.target.collection;
    return { kind: item.kind, in: item.target.keyspace, name, reason: reasonOf(error) };
  }
}

async function makeTable(to: Side, item: TableItem): Promise<TableItem> {
  const { make, target } = item;
  if (make) await to.run(({ catalog }) => catalog.createTable(make, true));
  const tables = await to.run(({ catalog }) => catalog.tables(target));
  return { ...item, target: tables?.find(({ table }) => table === target.table) ?? target };
}

async function makeCollection(to: Side, item: CollectionItem): Promise<CollectionItem> {
  const { make } = item;
  if (make) await to.run(({ catalog }) => catalog.createCollection(make, true));
  return item;
}

/** Indexes and JSON schemas are cheaper to make when everything is there. Answers what the target did not take. */
export async function finishItem(to: Side, item: Item): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  const attempt = async (loss: Omit<Loss, 'reason'>, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!isOfTheItem(error)) throw error;
      losses.push({ ...loss, reason: reasonOf(error) });
    }
  };
  if (item.kind === 'table') {
    for (const index of item.indexes) {
      const loss = { kind: 'index', in: item.name, name: index.name ?? index.column } as const;
      await attempt(loss, () => to.run(({ catalog }) => catalog.createIndex(index, true)));
    }
  } else if (item.jsonSchema) {
    const { target, jsonSchema } = item;
    const loss = { kind: 'option', in: item.name, name: 'JSON schema' } as const;
    await attempt(loss, () => to.run(({ catalog }) => catalog.replaceJsonSchema(target, jsonSchema)));
  }
  return losses;
}
