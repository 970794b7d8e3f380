/** Lists, finds and creates databases (DevOps API sections 3.1 and 3.2). */
import { randomUUID } from 'node:crypto';
import { empty, json, type Reply } from '../../core/service.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../shared/assumptions.ts';
import { devopsBadRequest } from '../shared/devops-error.ts';
import { type DevopsCall, type Operation, requireDatabase } from '../shared/operation.ts';
import { newDatabaseRecord } from '../state/default-database.ts';
import { TRANSITIONS } from '../state/lifecycle.ts';
import { CLOUD_PROVIDERS } from '../state/region-data.ts';
import type { RegisteredDatabase } from '../state/registry.ts';
import { toDatabaseView } from './database-view.ts';
import { isKeyspaceName } from './keyspace-operations.ts';
import { readNewDatabase } from './new-database.ts';

/** The values of `include` besides `nonterminated` and `all`. */
const INCLUDABLE_STATUSES = [
  'active',
  'pending',
  'preparing',
  'prepared',
  'initializing',
  'parked',
  'parking',
  'unparking',
  'terminating',
  'terminated',
  'resizing',
  'error',
  'maintenance',
  'suspended',
  'suspending',
  'hibernating',
  'hibernated',
  'resuming',
];

export const databaseOperations: readonly Operation[] = [
  { method: 'GET', path: '/v2/databases', action: 'org-db-view', run: listDatabases },
  { method: 'POST', path: '/v2/databases', action: 'org-db-create', run: createDatabase },
  { method: 'GET', path: '/v2/databases/{id}', action: 'org-db-view', run: getDatabase },
];

/** A bare array in order of creation; `starting_after` needs a stable order. */
function listDatabases(call: DevopsCall): Reply {
  const { registry, query } = call;
  const isIncluded = includeFilter(query.get('include') || 'nonterminated');
  const isProvider = providerFilter(query.get('provider') || 'ALL');
  const matching = registry.list().filter((entry) => isIncluded(entry) && isProvider(entry));
  const startingAfter = query.get('starting_after');
  const start = startingAfter ? matching.findIndex(({ record }) => record.id === startingAfter) + 1 : 0;
  if (startingAfter && start === 0) throw devopsBadRequest(`starting_after "${startingAfter}" is not in the list`);
  const page = matching.slice(start, start + pageSize(query.get('limit')));
  return json(
    200,
    page.map((entry) => toDatabaseView(entry, call)),
  );
}

/** In any letter case: published clients send the names of their constants, for example `NON_TERMINATED`. */
function includeFilter(include: string): (entry: RegisteredDatabase) => boolean {
  const wanted = include.toLowerCase();
  if (wanted === 'all') return () => true;
  if (wanted === 'nonterminated' || wanted === 'non_terminated') return ({ record }) => record.status !== 'TERMINATED';
  if (!INCLUDABLE_STATUSES.includes(wanted)) throw devopsBadRequest(`include "${include}" is unknown`);
  return ({ record }) => record.status === wanted.toUpperCase();
}

function providerFilter(provider: string): (entry: RegisteredDatabase) => boolean {
  const wanted = provider.toUpperCase();
  if (wanted === 'ALL') return () => true;
  if (!CLOUD_PROVIDERS.some((known) => known === wanted)) throw devopsBadRequest(`provider "${provider}" is unknown`);
  return ({ record }) => record.cloudProvider === wanted;
}

function pageSize(limit: string | null): number {
  if (limit === null || limit === '') return DEFAULT_PAGE_SIZE;
  if (!/^\d+$/.test(limit) || Number(limit) === 0) throw devopsBadRequest(`limit "${limit}" is not a positive integer`);
  return Math.min(Number(limit), MAX_PAGE_SIZE);
}

function getDatabase(call: DevopsCall): Reply {
  return json(200, toDatabaseView(requireDatabase(call), call));
}

/** `Location` is the bare id. The database becomes ACTIVE, and gets its keyspace, some time later. */
function createDatabase({ registry, body, now }: DevopsCall): Reply {
  const details = readNewDatabase(body(), isKeyspaceName);
  const id = randomUUID();
  registry.add({ ...newDatabaseRecord({ ...details, id, createdAtMs: now() }), status: 'PENDING' });
  registry.startTransition(id, TRANSITIONS.create, { kind: 'addKeyspace', name: details.firstKeyspace });
  return empty(201, { location: id });
}
