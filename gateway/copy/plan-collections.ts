/** Collections: what is made, what is filled, and what does not fit. */
import type { Collection, NewCollection, VectorOptions } from '../../datasources/source/source.ts';
import type { CollectionItem } from './item.ts';
import { type Loss, reasonOf } from './losses.ts';
import type { Planning } from './planning.ts';
import type { Side } from './side.ts';

export interface CollectionsPlan {
  readonly items: readonly CollectionItem[];
  /** Names of the collections in the target. */
  readonly there: readonly string[];
}

/** @param isNew - whether the target lacks the keyspace */
export async function planCollections(planning: Planning, isNew: boolean): Promise<CollectionsPlan> {
  const { from, to, keyspace, capabilities, losses } = planning;
  const ours = await collectionsOf(from, keyspace);
  const theirs = isNew ? [] : await collectionsOf(to, keyspace);
  const items: CollectionItem[] = [];
  for (const source of ours) {
    const name = `${keyspace}.${source.collection}`;
    if (!capabilities.includes('DOCUMENTS')) {
      losses.push({
        kind: 'collection',
        in: keyspace,
        name: source.collection,
        reason: 'The target has no documents.',
      });
      continue;
    }
    const target = { databaseId: to.databaseId, keyspace, collection: source.collection };
    const there = theirs.find(({ collection }) => collection === source.collection);
    const fit = there ? fill(planning, source, there) : make(planning, source);
    if (!fit) continue;
    const jsonSchema = await schemaOf(planning, source);
    items.push({ kind: 'collection', id: `collection ${name}`, name, source, target, ...fit, jsonSchema });
  }
  return { items, there: theirs.map(({ collection }) => collection) };
}

async function collectionsOf(side: Side, keyspace: string): Promise<readonly Collection[]> {
  const ref = { databaseId: side.databaseId, keyspace };
  return (await side.run((source) => source.catalog.collections(ref))) ?? [];
}

type Fit = Pick<CollectionItem, 'make' | 'hasVectors'>;

function make(planning: Planning, source: Collection): Fit | undefined {
  const { keyspace, losses } = planning;
  const { whole, plain, refusal } = forms(planning, source);
  const reason = refusal(whole);
  if (reason === undefined) return { make: whole, hasVectors: source.vector !== null };
  const plainReason = refusal(plain);
  if (plainReason !== undefined) {
    losses.push({ kind: 'collection', in: keyspace, name: source.collection, reason: plainReason });
    return undefined;
  }
  losses.push(lostVectors(source, reason));
  return { make: plain, hasVectors: false };
}

function fill(planning: Planning, source: Collection, target: Collection): Fit {
  const { keyspace, refusals, losses } = planning;
  const [ours, theirs] = [printVector(source.vector), printVector(target.vector)];
  if (ours === theirs || !source.vector) return { hasVectors: source.vector !== null };
  const { whole, refusal } = forms(planning, source);
  const reason = refusal(whole);
  if (reason === undefined || target.vector) {
    refusals.push(
      `The collection ${keyspace}.${source.collection} has ${theirs} in the target, and ${ours} in the source`,
    );
  } else losses.push(lostVectors(source, reason));
  return { hasVectors: false };
}

function forms({ to, keyspace, checks }: Planning, { collection, vector }: Collection) {
  const plain: NewCollection = { databaseId: to.databaseId, keyspace, collection };
  const whole = vector ? { ...plain, vector: toNewVector(vector) } : plain;
  const refusal = (wanted: NewCollection): string | undefined => {
    try {
      checks.collection(wanted);
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  };
  return { plain, whole, refusal };
}

function lostVectors({ keyspace, collection }: Collection, reason: string): Loss {
  return { kind: 'option', in: `${keyspace}.${collection}`, name: 'vectors', reason };
}

function printVector(vector: VectorOptions | null): string {
  return vector ? `vectors of ${vector.dimension ?? 'any'} numbers compared by ${vector.metric}` : 'no vectors';
}

function toNewVector({ dimension, metric, service }: VectorOptions): NonNullable<NewCollection['vector']> {
  const named = service?.modelName == null ? undefined : { provider: service.provider, modelName: service.modelName };
  return { ...(dimension !== null && { dimension }), metric, ...(named && { service: named }) };
}

async function schemaOf({ from, capabilities, losses }: Planning, source: Collection) {
  const canRead = await from.run(async ({ databases }) => databases.capabilities(from.databaseId));
  if (!canRead.includes('JSON_SCHEMA')) return null;
  const schema = await from.run(({ catalog }) => catalog.jsonSchema(source));
  if (schema === null || capabilities.includes('JSON_SCHEMA')) return schema;
  const place = `${source.keyspace}.${source.collection}`;
  losses.push({ kind: 'option', in: place, name: 'JSON schema', reason: 'The target has no JSON schemas.' });
  return null;
}
