/** `POST /v2/databases/{id}/secureBundleURL`: where the secure connect bundle of each region could be fetched (section 3.6). */
import { json, type Reply } from '../service.ts';
import { requireActive } from './lookup.ts';
import type { DevopsCall, Operation } from './operation.ts';
import type { DatabaseRecord, DatacenterRecord } from './record.ts';

const VALID_SECONDS = 300;

export const secureBundleOperations: readonly Operation[] = [
  { method: 'POST', path: '/v2/databases/{id}/secureBundleURL', action: 'db-cql', run: createSecureBundleUrl },
];

export interface BundleUrls {
  readonly downloadURL: string;
  readonly downloadURLInternal: string;
  readonly downloadURLMigrationProxy: string;
  readonly downloadURLMigrationProxyInternal: string;
}

/** Shaped like presigned addresses. Nothing lies there: the emulator speaks no CQL, so it has no certificates to give. */
export function bundleUrls(record: DatabaseRecord, { id, region }: DatacenterRecord, origin: string): BundleUrls {
  const isOnly = record.datacenters.filter(({ isTerminated }) => !isTerminated).length === 1;
  const file = encodeURIComponent(`secure-connect-${record.name}${isOnly ? '' : `-${region}`}.zip`);
  const url = (kind: string) => `${origin}/secure-bundles/${id}${kind}/${file}?X-Amz-Expires=${VALID_SECONDS}`;
  return {
    downloadURL: url(''),
    downloadURLInternal: url('/internal'),
    downloadURLMigrationProxy: url('/proxy'),
    downloadURLMigrationProxyInternal: url('/proxy/internal'),
  };
}

/** One object for the first region, or with `all=true` an array for all. */
function createSecureBundleUrl(call: DevopsCall): Reply {
  const { record } = requireActive(call);
  const bundles = record.datacenters
    .filter(({ isTerminated }) => !isTerminated)
    .map((datacenter) => toBundleView(record, datacenter, call.origin));
  return json(200, call.query.get('all') === 'true' ? bundles : bundles[0]);
}

/** The misspelled name is the API's own, kept for old clients beside the right one. */
function toBundleView(record: DatabaseRecord, datacenter: DatacenterRecord, origin: string): unknown {
  return {
    ...bundleUrls(record, datacenter, origin),
    datacenterID: datacenter.id,
    datcenterID: datacenter.id,
    region: datacenter.region,
    cloudProvider: datacenter.cloudProvider,
    customDomainBundles: [],
  };
}
