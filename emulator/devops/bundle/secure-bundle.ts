/** `POST /v2/databases/{id}/secureBundleURL`, and the downloads of its URLs (section 3.6). */

import { json, type Reply } from '../../core/service.ts';
import { CQL_PORT } from '../shared/assumptions.ts';
import { type DevopsCall, type Operation, requireActive } from '../shared/operation.ts';
import type { DatabaseRecord, DatacenterRecord } from '../state/database-record.ts';
import { keyspaceNames, type RegisteredDatabase } from '../state/registry.ts';
import { makeBundle } from './bundle.ts';
import { sign, verify } from './signed-query.ts';

const VALID_SECONDS = 300;
const BUNDLES = '/secure-bundles';

/** Astra has a bundle for each route to a region; here all are equal. */
const ROUTES = ['public', 'internal', 'proxy', 'proxy-internal'] as const;

export const secureBundleOperations: readonly Operation[] = [
  { method: 'POST', path: '/v2/databases/{id}/secureBundleURL', action: 'db-cql', run: createSecureBundleUrl },
  { method: 'GET', path: `${BUNDLES}/{way}/{datacenter}/{file}`, action: null, run: downloadBundle },
];

export interface BundleUrls {
  readonly downloadURL: string;
  readonly downloadURLInternal: string;
  readonly downloadURLMigrationProxy: string;
  readonly downloadURLMigrationProxyInternal: string;
}

/** Signed URLs that need no token and are valid for five minutes. */
export function bundleUrls(
  record: DatabaseRecord,
  datacenter: DatacenterRecord,
  { origin, now }: Pick<DevopsCall, 'origin' | 'now'>,
): BundleUrls {
  const file = fileName(record, datacenter);
  const url = (way: (typeof ROUTES)[number]) => {
    const names = [way, datacenter.id, file];
    const path = names.map(encodeURIComponent).join('/');
    return `${origin}${BUNDLES}/${path}?${sign(names.join('/'), VALID_SECONDS, now())}`;
  };
  return {
    downloadURL: url('public'),
    downloadURLInternal: url('internal'),
    downloadURLMigrationProxy: url('proxy'),
    downloadURLMigrationProxyInternal: url('proxy-internal'),
  };
}

/** One object for the first region, or with `all=true` an array for all. */
function createSecureBundleUrl(call: DevopsCall): Reply {
  const { record } = requireActive(call);
  const bundles = alive(record).map((datacenter) => toBundleView(record, datacenter, call));
  return json(200, call.query.get('all') === 'true' ? bundles : bundles[0]);
}

/** Errors have the form of the object store behind Astra's URLs. */
function downloadBundle({ registry, parameters, query, origin, now }: DevopsCall): Reply {
  const { way = '', datacenter = '', file = '' } = parameters;
  const verdict = verify([way, datacenter, file].join('/'), query, now());
  if (verdict === 'forged') return refuse(403, 'SignatureDoesNotMatch', 'The signature does not match the address');
  if (verdict === 'expired') return refuse(403, 'AccessDenied', 'Request has expired');
  const found = findDatacenter(registry.list(), datacenter);
  if (!found) return refuse(404, 'NoSuchKey', 'The database or its region no longer exists');
  const { entry, region } = found;
  const { id: databaseId, name: databaseName } = entry.record;
  const [keyspace] = keyspaceNames(entry);
  const bytes = makeBundle({ databaseId, databaseName, region, cqlPort: CQL_PORT, keyspace, origin, nowMs: now() });
  return {
    status: 200,
    headers: { 'content-type': 'application/zip', 'cache-control': 'no-store' },
    body: null,
    bytes,
  };
}

function findDatacenter(
  entries: readonly RegisteredDatabase[],
  datacenterId: string,
): { entry: RegisteredDatabase; region: string } | undefined {
  for (const entry of entries) {
    if (entry.record.status === 'TERMINATED') continue;
    const found = alive(entry.record).find(({ id }) => id === datacenterId);
    if (found) return { entry, region: found.region };
  }
  return undefined;
}

/** The API keeps its misspelled member `datcenterID` for old clients. */
function toBundleView(record: DatabaseRecord, datacenter: DatacenterRecord, call: DevopsCall): unknown {
  return {
    ...bundleUrls(record, datacenter, call),
    datacenterID: datacenter.id,
    datcenterID: datacenter.id,
    region: datacenter.region,
    cloudProvider: datacenter.cloudProvider,
    customDomainBundles: [],
  };
}

function fileName(record: DatabaseRecord, { region }: DatacenterRecord): string {
  return `secure-connect-${record.name}${alive(record).length === 1 ? '' : `-${region}`}.zip`;
}

function alive({ datacenters }: DatabaseRecord): DatacenterRecord[] {
  return datacenters.filter(({ isTerminated }) => !isTerminated);
}

function refuse(status: number, code: string, message: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
