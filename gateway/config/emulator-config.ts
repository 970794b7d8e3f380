/** Configuration of the emulator, and of the commands that have to do with it alone. */
import { toHostPattern } from '../http/host-rule.ts';
import { createSettingReader, type Environment, type Flags, type SettingReader } from './reader.ts';

export interface EmulatorConfig {
  /** Absent: in memory. */
  readonly folder?: string;
  readonly sample: boolean;
}

export interface EmulateConfig extends EmulatorConfig {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly allowedHosts: readonly string[];
  readonly user: string;
  readonly password: string;
  readonly seeds: readonly string[];
  readonly reset: boolean;
  readonly databases: readonly { readonly name: string; readonly region: string }[];
  readonly latencyMs: number;
  /** JSON, which the emulator reads. */
  readonly faults: string | undefined;
  readonly quiet: boolean;
}

export interface TransferConfig {
  readonly folder: string;
  /** Name or id; absent: the default one. */
  readonly database: string | undefined;
  readonly quiet: boolean;
}

/** @throws ConfigError - see `createSettingReader` */
export function readEmulateConfig(flags: Flags, environment: Environment): EmulateConfig {
  const reader = createSettingReader('emulate', flags, environment);
  const emulator = readEmulator(reader);
  const reset = isSet(reader, 'reset');
  if (reset && emulator.folder === undefined) {
    reader.refuse('reset', `${reader.label('memory')} keeps no data that could be dropped: give one of the two`);
  }
  return Object.freeze({
    ...readAddress(reader, 8090),
    ...emulator,
    allowedHosts: readAllowedHosts(reader),
    user: reader.text('user') ?? '',
    password: reader.text('password') ?? '',
    seeds: reader.list('seeds'),
    reset,
    databases: readDatabases(reader),
    latencyMs: reader.integer('latencyMs') ?? 0,
    faults: reader.text('faults'),
    quiet: isSet(reader, 'quiet'),
  });
}

/** @throws ConfigError - see `createSettingReader` */
export function readTransferConfig(
  command: 'export' | 'import',
  flags: Flags,
  environment: Environment,
): TransferConfig {
  const reader = createSettingReader(command, flags, environment);
  return { folder: reader.text('dataDir') ?? '', database: reader.text('database'), quiet: isSet(reader, 'quiet') };
}

export function readAddress(reader: SettingReader, defaultPort: number): { host: string; port: number } {
  return { host: reader.text('host') ?? '', port: reader.integer('port') ?? defaultPort };
}

export function readAllowedHosts(reader: SettingReader): readonly string[] {
  return reader.list('allowedHosts').map((item) => {
    const rule = 'is not a host such as api.example.com, *.example.com, 192.0.2.1 or *, without scheme, port and path';
    return toHostPattern(item) ?? reader.refuse('allowedHosts', `${JSON.stringify(item)} ${rule}`);
  });
}

export function readEmulator(reader: SettingReader): EmulatorConfig {
  const isInMemory = isSet(reader, 'memory');
  if (isInMemory && reader.isGiven('dataDir')) {
    reader.refuse('dataDir', `${reader.label('memory')} keeps the data out of any folder: give one of the two`);
  }
  const sample = !reader.isOn('noSample');
  return isInMemory ? { sample } : { folder: reader.text('dataDir') ?? '', sample };
}

function readDatabases(reader: SettingReader): EmulateConfig['databases'] {
  return reader.list('databases').map((item) => {
    const [, name, region] = /^([^:]+):([^:]+)$/.exec(item) ?? [];
    if (name !== undefined && region !== undefined) return { name: name.trim(), region: region.trim() };
    return reader.refuse('databases', `${JSON.stringify(item)} is not a name and a region, such as orders:us-east1`);
  });
}

function isSet(reader: SettingReader, name: Parameters<SettingReader['isOn']>[0]): boolean {
  return reader.isOn(name) ?? false;
}
