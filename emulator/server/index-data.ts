/** The content of `GET /`, for JSON and HTML. */
import type { RegisteredDatabase } from '../devops/state/registry.ts';
import { isAddressOrLocalhost } from './host-rule.ts';

export interface IndexData {
  readonly description: string;
  readonly devopsBaseUrl: string;
  /**
   * Present only for an IP address or `localhost` as host: a web page that points its own name at this machine must not
   * read it.
   */
  readonly applicationToken?: string;
  readonly databases: readonly IndexedDatabase[];
}

export interface IndexedDatabase {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  readonly status: string;
  /** Of the auth, REST and Document APIs. */
  readonly baseUrl: string;
  /** Where commands of the Data API are sent. */
  readonly dataApiUrl: string;
}

const DESCRIPTION = 'A development emulator of the Astra DevOps API and of the REST, Document and Data APIs.';

/** @param origin - scheme and host of the request */
export function toIndexData(
  origin: string,
  entries: readonly RegisteredDatabase[],
  developmentToken: string,
): IndexData {
  return {
    description: DESCRIPTION,
    devopsBaseUrl: origin,
    ...(isAddressOrLocalhost(origin) && { applicationToken: developmentToken }),
    databases: entries.map((entry) => toIndexed(origin, entry)),
  };
}

function toIndexed(origin: string, { record: { id, region, name, status } }: RegisteredDatabase): IndexedDatabase {
  const base = `${origin}/${id}-${region}/api`;
  return { id, region, name, status, baseUrl: `${base}/rest`, dataApiUrl: `${base}/json/v1` };
}
