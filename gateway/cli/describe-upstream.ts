/** What operators read of the upstream that is configured. */
import type { UpstreamChoice } from '../config/upstream-config.ts';

/** The kind; with the API, where that is not the one that the kind has always had. */
export function nameUpstream(upstream: UpstreamChoice): string {
  const isDataApi =
    upstream.kind === 'astra'
      ? upstream.defaultDatabase.api === 'data'
      : upstream.kind === 'embedded' && upstream.api === 'data';
  return isDataApi ? `${upstream.kind}, Data API` : upstream.kind;
}

/** @param dataApiUrl - where the emulator's Data API is found, if it is what serves */
export function describeUpstream(upstream: UpstreamChoice, dataApiUrl: string | undefined): string {
  switch (upstream.kind) {
    case 'astra': {
      const { databaseId, api } = upstream.defaultDatabase;
      return `Astra database ${databaseId}, by ${api === 'data' ? 'its Data API' : 'the REST and Document APIs'}`;
    }
    case 'stargate':
      return `Stargate ${upstream.databases.map(({ name }) => name).join(', ')}`;
    case 'data-api':
      return `Data API ${upstream.databases.map(({ name }) => name).join(', ')}`;
    case 'embedded': {
      const where = dataApiUrl === undefined ? '' : `; Data API at ${dataApiUrl}`;
      return `the embedded emulator, data in ${upstream.emulator.folder ?? 'memory'}${where}`;
    }
  }
}
