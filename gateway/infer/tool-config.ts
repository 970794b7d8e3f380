/** The configuration of commands that read an upstream and print something. */
import { ConfigError, collectErrors } from '../config/config-error.ts';
import type { Command } from '../config/setting.ts';
import { createSettingReader, type Environment, type Flags, type SettingReader } from '../config/setting-reader.ts';
import { readUpstreamChoice, type UpstreamChoice } from '../config/upstream-config.ts';

export interface ToolConfig {
  readonly upstream: UpstreamChoice;
  /** Absent for the emulator, which tells its own. */
  readonly credentials: { readonly token: string } | { readonly user: string; readonly password: string } | undefined;
}

export interface InferConfig extends ToolConfig {
  readonly sampleSize: number;
}

/** @throws ConfigError - with all problems of the settings */
export function readInferConfig(flags: Flags, environment: Environment): InferConfig {
  const reader = createSettingReader('infer', flags, environment);
  const { tool, sampleSize } = collectErrors({
    given: () => reader.checkAll(),
    tool: () => readToolConfig('infer', environment),
    sampleSize: () => reader.value('sampleSize'),
  });
  return { ...tool, sampleSize };
}

/** The upstream is that of `serve`, from the same variables. @throws ConfigError */
export function readToolConfig(command: Command, environment: Environment): ToolConfig {
  const reader = createSettingReader(command, {}, environment);
  const upstream = readUpstreamChoice(reader);
  return { upstream, credentials: readCredentials(reader, upstream) };
}

function readCredentials(reader: SettingReader, upstream: UpstreamChoice): ToolConfig['credentials'] {
  if (upstream.kind === 'embedded') return undefined;
  const {
    readToken,
    toolUser: user,
    toolPassword: password,
  } = reader.values(['readToken', 'toolUser', 'toolPassword']);
  const token = readToken ?? (upstream.kind === 'astra' ? upstream.applicationToken : undefined);
  if (token !== undefined) return { token };
  if (user !== undefined && password !== undefined && upstream.kind !== 'astra') return { user, password };
  const cure =
    upstream.kind === 'astra'
      ? `set ${reader.label('applicationToken')}`
      : `set ${reader.label('readToken')}, or ${reader.label('toolUser')} and ${reader.label('toolPassword')}`;
  throw new ConfigError(`There is nothing to sign in with at the database: ${cure}.`);
}
