import { UpstreamError } from '../errors.ts';
import { textOf, toList } from '../json-fields.ts';
import type { Json, SecureBundle } from '../source.ts';
import type { DevopsClient } from './client.ts';
import { throwUnlessChanged } from './lifecycle.ts';

/**
 * Makes download URLs, which are valid for about five minutes.
 *
 * @param all - one bundle per datacenter instead of the first's alone
 * @throws NotFoundError - no such database
 * @throws ConflictError - the database is not ACTIVE
 */
export async function createSecureBundles(
  devops: DevopsClient,
  databaseId: string,
  all: boolean,
): Promise<SecureBundle[]> {
  const answer = await devops.send({
    method: 'POST',
    route: '/v2/databases/{databaseId}/secureBundleURL',
    parameters: { databaseId },
    query: { all: all || undefined },
    isIdempotent: true,
  });
  throwUnlessChanged(answer, databaseId);
  const json = answer.plainJson();
  // Servers of some ages answer a list also when one bundle was asked for.
  const bundles = (toList(json) ?? [json]).map(toSecureBundle);
  return all ? bundles : bundles.slice(0, 1);
}

function toSecureBundle(json: Json): SecureBundle {
  const downloadUrl = textOf(json, 'downloadURL');
  if (downloadUrl === null) throw new UpstreamError('The DevOps API answered a secure bundle without a download URL.');
  return {
    downloadUrl,
    internalDownloadUrl: textOf(json, 'downloadURLInternal'),
    migrationProxyDownloadUrl: textOf(json, 'downloadURLMigrationProxy'),
    internalMigrationProxyDownloadUrl: textOf(json, 'downloadURLMigrationProxyInternal'),
    // The misspelling is upstream's, kept there for compatibility.
    datacenterId: textOf(json, 'datacenterID') ?? textOf(json, 'datcenterID'),
    region: textOf(json, 'region'),
    cloudProvider: textOf(json, 'cloudProvider'),
  };
}
