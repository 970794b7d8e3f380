/** Hosts, origins, rates and documents that are allowed. */
import { RATE_SETTINGS, type Rates } from './access-settings.ts';
import { ConfigError } from './config-error.ts';
import { type HostRule, isLoopbackName, toHostPattern } from './host-patterns.ts';
import type { SettingReader } from './setting-reader.ts';
import { namesOf } from './settings.ts';

export interface RateConfig {
  readonly rates: Rates;
  /** How many proxies have appended an address to `X-Forwarded-For`. */
  readonly trustedProxies: number;
}

export interface TrustedFile {
  /** The graph whose documents it holds, by what stands behind the endpoint: `travel`, or nothing for the universal graph. */
  readonly graph: string;
  /** A file or a folder. */
  readonly path: string;
}

export interface DocumentConfig {
  /** Absent: any document is executed. */
  readonly trustedFiles?: readonly TrustedFile[];
  /** Whether trusted documents alone are executed; otherwise others are logged. */
  readonly trustedOnly: boolean;
  /** How many documents are kept for clients that send a hash (automatic persisted queries); 0 for none. */
  readonly apqDocuments: number;
}

export function readHostRule(reader: SettingReader): HostRule {
  return { allowedHosts: readAllowedHosts(reader), isLoopback: isLoopbackName(reader.value('host')) };
}

export function readAllowedHosts(reader: SettingReader): readonly string[] {
  return reader.value('allowedHosts').map((item) => {
    const rule = 'is not a host such as api.example.com, *.example.com, 192.0.2.1 or *, without scheme, port and path';
    return toHostPattern(item) ?? reader.refuse('allowedHosts', `${JSON.stringify(item)} ${rule}`);
  });
}

export function readOrigins(reader: SettingReader): readonly string[] {
  const origins = reader.value('corsOrigins');
  const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;
  if (!origins.every(isOrigin)) {
    reader.refuse('corsOrigins', 'each item must be an origin such as https://app.example.com, without a path');
  }
  return origins;
}

export function readRateLimit(reader: SettingReader): RateConfig {
  const { trustedProxies, ...rates } = reader.values(namesOf(RATE_SETTINGS));
  return { rates, trustedProxies };
}

/** @throws ConfigError - where a mode has no documents, or registered documents could never be executed */
export function readDocuments(reader: SettingReader): DocumentConfig {
  const names = ['trustedDocuments', 'trustedDocumentsMode', 'apqDocuments'] as const;
  const { trustedDocuments, trustedDocumentsMode: mode, apqDocuments } = reader.values(names);
  const isGiven = trustedDocuments.length > 0;
  if (!isGiven && mode !== 'off' && reader.isGiven('trustedDocumentsMode')) {
    reader.refuse('trustedDocumentsMode', `${reader.label('trustedDocuments')} does not say where they are`);
  }
  const trustedOnly = isGiven && mode === 'only';
  if (trustedOnly && apqDocuments > 0) {
    throw new ConfigError(
      `${reader.label('apqDocuments')} is ${apqDocuments}, but only trusted documents are executed: unset one of the two.`,
    );
  }
  const trustedFiles = trustedDocuments.map((item) => toTrustedFile(item, reader));
  return { ...(isGiven && mode !== 'off' && { trustedFiles }), trustedOnly, apqDocuments };
}

function toTrustedFile(item: string, reader: SettingReader): TrustedFile {
  const [, graph = '', path = item] = /^((?:[\w-]{1,48}\/)?\w{1,48})=(.+)$/.exec(item) ?? [];
  if (!/^=|=$/.test(path)) return { graph, path };
  return reader.refuse(
    'trustedDocuments',
    'each item must be a file or a folder, behind the name of a typed graph where it is for one, such as travel=app.json',
  );
}
