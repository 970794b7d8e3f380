/** What `GET /` tells, in whichever form. */
import type { Entry } from './devops/registry.ts';
import { isDirect } from './hosts.ts';

export interface Index {
  readonly description: string;
  readonly devopsBaseUrl: string;
  /**
   * Shown only to those who came by an IP address or as `localhost`: a web page that points a name of its own at
   * this machine must not read it.
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

/** @param origin - by which the client has come */
export function indexOf(origin: string, entries: readonly Entry[], developmentToken: string): Index {
  return {
    description: DESCRIPTION,
    devopsBaseUrl: origin,
    ...(isDirect(origin) && { applicationToken: developmentToken }),
    databases: entries.map((entry) => toIndexed(origin, entry)),
  };
}

function toIndexed(origin: string, { record: { id, region, name, status } }: Entry): IndexedDatabase {
  const base = `${origin}/${id}-${region}/api`;
  return { id, region, name, status, baseUrl: `${base}/rest`, dataApiUrl: `${base}/json/v1` };
}
