/** Opens a side of a copy, from a file of settings or from a running emulator. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { createUpstream } from '../../datasources/back-ends/upstream.ts';
import { listOf, textOf } from '../../datasources/json/json-fields.ts';
import { ConfigError } from '../config/config-error.ts';
import { readSide, type SideConfig, type SidePlace } from '../config/copy-config.ts';
import type { Environment } from '../config/setting-reader.ts';
import { createSide, type Side } from '../copy/side.ts';

/**
 * @param signal - ends waits for upstream
 * @throws ConfigError - when there is no such file or emulator, or its settings are wrong
 */
export async function openSide(where: SidePlace, signal: AbortSignal): Promise<Side> {
  const { label, place, api } = where;
  const found = /^https?:/i.test(place) ? await askEmulator(where) : readFile(where);
  const settings = { ...found, ...(api && { ASTRA_DB_API: api }) };
  const { upstream, credentials } = readSide(settings, /^https?:/i.test(place) ? label : place);
  return createSide({ upstream: createUpstream(upstream), label: addressOf(upstream), credentials, signal });
}

function readFile({ label, place }: SidePlace): Environment {
  try {
    return parseEnv(readFileSync(place, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `${label} is "${place}", but there is no such file to be read (${code}): name a file of settings, or the URL of an emulator.`,
    );
  }
}

/** Its page tells databases and a token. The path of the URL may name a database. */
async function askEmulator({ label, place }: SidePlace): Promise<Environment> {
  const refuse = (rule: string) => new ConfigError(`${label} is "${place}", but ${rule}.`);
  if (!URL.canParse(place)) throw refuse('it is no URL');
  const { origin, pathname } = new URL(place);
  const index: unknown = await fetch(origin, { headers: { accept: 'application/json' }, redirect: 'error' })
    .then((response) => response.json())
    .catch(() => undefined);
  const databases = listOf(index, 'databases');
  if (!databases)
    throw refuse('no emulator answers there: start one with astra-graphql emulate, or name a file of settings');
  const wanted = decodeURIComponent(pathname.replace(/^\/|\/$/g, ''));
  const database = databases.find(
    (each) => wanted === '' || [textOf(each, 'name'), textOf(each, 'id')].includes(wanted),
  );
  const [id, region] = [textOf(database, 'id'), textOf(database, 'region')];
  if (id == null || region == null) {
    const names = databases.map((each) => textOf(each, 'name')).join(', ');
    throw refuse(`the emulator has no database ${wanted}; it has: ${names}`);
  }
  return {
    ASTRA_DEVOPS_URL: origin,
    ASTRA_DB_API_ENDPOINT: `${origin}/${id}-${region}`,
    ASTRA_ALLOWED_ORIGINS: origin,
    ASTRA_DB_APPLICATION_TOKEN: textOf(index, 'applicationToken') ?? undefined,
  };
}

/** Tells one database, and one way to it, from another. */
function addressOf(upstream: SideConfig['upstream']): string {
  switch (upstream.kind) {
    case 'astra':
      return upstream.defaultDatabase.dataUrl;
    case 'stargate':
      return upstream.databases.map(({ restUrl }) => restUrl).join(' ');
    case 'data-api':
      return upstream.databases.map(({ dataApiUrl }) => dataApiUrl).join(' ');
  }
}
