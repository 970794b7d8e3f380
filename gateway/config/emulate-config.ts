/** The configuration of `emulate`, `export` and `import`. */
import { readAllowedHosts } from './access-config.ts';
import { collectErrors } from './config-error.ts';
import { createSettingReader, type Environment, type Flags, type SettingReader } from './setting-reader.ts';

export interface EmulatorConfig {
  /** Absent: in memory. */
  readonly folder?: string;
  readonly sample: boolean;
}

export interface EmulateConfig extends EmulatorConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly allowedHosts: readonly string[];
  readonly user: string;
  readonly password: string;
  readonly seeds: readonly string[];
  readonly reset: boolean;
  readonly databases: readonly FurtherDatabase[];
  readonly latencyMs: number;
  /** Documents or rows in an answer of the Data API. */
  readonly dataPageSize: number;
  /** JSON, which the emulator parses. */
  readonly faults: string | undefined;
  readonly quiet: boolean;
}

export interface FurtherDatabase {
  readonly name: string;
  readonly region: string;
  /** Absent: one without vectors. */
  readonly dbType?: 'vector';
}

export interface TransferConfig {
  readonly folder: string;
  /** Name or id; absent: the default one. */
  readonly database: string | undefined;
  readonly quiet: boolean;
}

const PLAIN = ['host', 'port', 'user', 'password', 'seeds', 'latencyMs', 'dataPageSize', 'faults', 'quiet'] as const;

/** @throws ConfigError - with all problems of the settings */
export function readEmulateConfig(flags: Flags, environment: Environment): EmulateConfig {
  const reader = createSettingReader('emulate', flags, environment);
  const { plain, emulator, ...config } = collectErrors({
    given: () => reader.checkAll(),
    plain: () => reader.values(PLAIN),
    emulator: () => readEmulator(reader),
    allowedHosts: () => readAllowedHosts(reader),
    reset: () => readReset(reader),
    databases: () => readDatabases(reader),
  });
  return Object.freeze({ ...config, ...plain, ...emulator });
}

/** @throws ConfigError - with all problems of the settings */
export function readTransferConfig(
  command: 'export' | 'import',
  flags: Flags,
  environment: Environment,
): TransferConfig {
  const reader = createSettingReader(command, flags, environment);
  reader.checkAll();
  return { folder: reader.value('dataDir'), ...reader.values(['database', 'quiet']) };
}

export function readEmulator(reader: SettingReader): EmulatorConfig {
  const { memory, noSample, dataDir } = reader.values(['memory', 'noSample', 'dataDir']);
  if (memory && reader.isGiven('dataDir')) {
    reader.refuse('dataDir', `${reader.label('memory')} keeps the data out of any folder: give one of the two`);
  }
  return memory ? { sample: !noSample } : { folder: dataDir, sample: !noSample };
}

function readReset(reader: SettingReader): boolean {
  const { reset, memory } = reader.values(['reset', 'memory']);
  if (reset && memory) {
    reader.refuse('reset', `${reader.label('memory')} keeps no data that could be dropped: give one of the two`);
  }
  return reset;
}

function readDatabases(reader: SettingReader): EmulateConfig['databases'] {
  return reader.value('databases').map((item) => {
    const [name = '', region = '', type, ...others] = item.split(':').map((part) => part.trim());
    const isKnown = (type === undefined || type === 'vector') && others.length === 0;
    if (name !== '' && region !== '' && isKnown) return { name, region, ...(type === 'vector' && { dbType: type }) };
    return reader.refuse(
      'databases',
      `${JSON.stringify(item)} is not a name and a region, such as orders:us-east1, with :vector behind them for a database with vectors`,
    );
  });
}
