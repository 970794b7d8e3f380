import { plain } from '../http/body.ts';
import { textOf } from '../json/json-fields.ts';
import { also, arrayOf, either, isList, object, optional, type Shaped, shape, text } from '../json/shape.ts';
import type { SecureBundle } from '../source/source.ts';
import type { DevopsClient } from './client.ts';
import { changeOf } from './lifecycle.ts';

const url = shape(
  'a URL',
  (value): value is string => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value),
);

const bundle = object({
  downloadURL: url,
  downloadURLInternal: optional(text),
  downloadURLMigrationProxy: optional(text),
  downloadURLMigrationProxyInternal: optional(text),
  datacenterID: optional(text),
  datcenterID: optional(text),
  region: optional(text),
  cloudProvider: optional(text),
});

const bundles = also(arrayOf(bundle), ({ length }) => length > 0, 'a list without a bundle came');

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
    effect: 'read',
    // Whoever has a URL has the bundle.
    isSecret: true,
    // Some versions of the server answer a list even when the call requests one bundle.
    expect: { 200: plain(either(bundle, bundles)) },
  });
  const body = changeOf(answer, databaseId);
  const made = (isList(body) ? body : [body]).map(toSecureBundle);
  return all ? made : made.slice(0, 1);
}

function toSecureBundle(json: Shaped<typeof bundle>): SecureBundle {
  return {
    downloadUrl: json.downloadURL,
    internalDownloadUrl: textOf(json, 'downloadURLInternal'),
    migrationProxyDownloadUrl: textOf(json, 'downloadURLMigrationProxy'),
    internalMigrationProxyDownloadUrl: textOf(json, 'downloadURLMigrationProxyInternal'),
    // The misspelling is upstream's, kept there for compatibility.
    datacenterId: textOf(json, 'datacenterID') ?? textOf(json, 'datcenterID'),
    region: textOf(json, 'region'),
    cloudProvider: textOf(json, 'cloudProvider'),
  };
}
