/** Which clients the gateway serves with its own token. */
import { ConfigError } from './config-error.ts';
import { isLoopbackName } from './host-patterns.ts';
import type { SettingReader } from './setting-reader.ts';
import { readUpstreamKind } from './upstream-config.ts';

export interface AuthPolicy {
  /** Whether `Authorization: Bearer` is a token for upstream. Behind a router it often belongs to another service. */
  readonly acceptAuthorization: boolean;
  /**
   * Which clients without a token are served with the gateway's own: none, all, or those whose `Host` is trusted. The last
   * excludes web pages that point a name of their own at this machine (DNS rebinding).
   */
  readonly ownToken: 'none' | 'all' | 'direct';
}

export function readAuth(reader: SettingReader): AuthPolicy {
  const kind = readUpstreamKind(reader);
  const isWanted = reader.value('serveWithoutToken');
  if (isWanted && kind === 'stargate') {
    reader.refuse('serveWithoutToken', "a self-hosted Stargate's tokens expire, so each client must bring its own");
  }
  if (isWanted && kind === 'data-api') {
    reader.refuse(
      'serveWithoutToken',
      'the gateway has no token of its own for a self-hosted Data API, so each client must bring one',
    );
  }
  if (isWanted && kind === 'astra' && reader.value('applicationToken') === undefined) {
    throw new ConfigError(
      `${reader.label('serveWithoutToken')} is true, but ${reader.label('applicationToken')} is not set: set it too.`,
    );
  }
  return {
    acceptAuthorization: reader.value('acceptAuthorization') ?? !reader.value('subgraph'),
    ownToken: (isWanted ?? isPrivate(reader)) ? 'direct' : 'none',
  };
}

/** Whether only this machine can reach the data: the emulator on loopback. */
export function isPrivate(reader: SettingReader): boolean {
  return readUpstreamKind(reader) === 'embedded' && isLoopbackName(reader.value('host'));
}

/** Says when a token is set, but no client is ever served with it. */
export function unusedTokenWarnings(reader: SettingReader): readonly string[] {
  if (!reader.isGiven('applicationToken') || readAuth(reader).ownToken !== 'none') return [];
  return [
    `${reader.label('applicationToken')} is set, but no request uses it, because clients must bring their own token: set ${reader.label('serveWithoutToken')} to true to serve clients without one, or unset the token.`,
  ];
}
