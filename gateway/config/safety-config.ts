/** What the settings say of privacy, of rates and of trusted documents. */

import type { PersistedOptions } from '../access/persisted.ts';
import type { RateOptions, Rates } from '../access/rate-limit.ts';
import type { Privacy } from '../access/schema-privacy.ts';
import { readTrustedDocuments } from '../access/trusted-documents.ts';
import { ConfigError } from './config-error.ts';
import type { SettingReader } from './reader.ts';

export interface PersistedConfig extends Pick<PersistedOptions, 'trustedOnly' | 'apqDocuments'> {
  /** A file or a folder. Absent: any document is taken. */
  readonly trustedPath?: string;
}

export function readPrivacy(reader: SettingReader): Privacy {
  return { introspection: reader.isOn('introspection') ?? true, suggestions: reader.isOn('suggestions') ?? true };
}

export function readRateLimit(reader: SettingReader): RateOptions {
  const rate = (name: keyof Rates) => reader.integer(name) ?? 0;
  return {
    rates: {
      requestsPerToken: rate('requestsPerToken'),
      requestsPerAddress: rate('requestsPerAddress'),
      signInsPerAddress: rate('signInsPerAddress'),
    },
    trustedProxies: reader.integer('trustedProxies') ?? 0,
  };
}

/** @throws ConfigError - where a mode has nothing to act on, or documents are registered that can never be executed */
export function readPersisted(reader: SettingReader): PersistedConfig {
  const path = reader.text('trustedDocuments');
  const mode = reader.choice('trustedDocumentsMode');
  const apqDocuments = reader.integer('apqDocuments') ?? 0;
  if (path === undefined && mode !== 'off' && reader.isGiven('trustedDocumentsMode')) {
    reader.refuse('trustedDocumentsMode', `${reader.label('trustedDocuments')} does not say where they are`);
  }
  const trustedOnly = path !== undefined && mode === 'only';
  if (trustedOnly && apqDocuments > 0) {
    throw new ConfigError(
      `${reader.label('apqDocuments')} is ${apqDocuments}, but only trusted documents are executed: unset one of the two.`,
    );
  }
  return { ...(path !== undefined && mode !== 'off' && { trustedPath: path }), trustedOnly, apqDocuments };
}

/** @throws ConfigError - where the trusted documents cannot be read */
export function openPersisted({ trustedPath, ...options }: PersistedConfig): PersistedOptions {
  return { ...options, ...(trustedPath !== undefined && { trusted: readTrustedDocuments(trustedPath) }) };
}
