/** The emulator as the commands use it. `main.ts` alone imports the emulator, and passes this interface. */
import type { EmulateConfig, TransferConfig } from '../config/emulate-config.ts';
import type { OnProgress } from './progress.ts';

export interface EmulatorPort {
  /** @throws ConfigError - when the settings cannot be applied */
  start(settings: EmulatorSettings, onProgress: EmulatorProgress): Promise<RunningEmulator>;
  /** Tries whether a folder can hold its data, and leaves nothing behind. @throws ConfigError - when it cannot */
  checkFolder(folder: string): Promise<void>;
  /** Opens one database of a folder that no running emulator uses. */
  open(location: Omit<TransferConfig, 'quiet'> & { readonly mayBeNew: boolean }): Promise<OpenDatabase>;
}

export interface RunningEmulator {
  /** Without a slash at the end; also the base URL of its DevOps API. */
  readonly url: string;
  /** Of the database with the sample data. */
  readonly databaseId: string;
  readonly region: string;
  /** The file that declares edges between the tables of the sample data. */
  readonly sampleRelations: string;
  /** Valid for all of its APIs. */
  readonly applicationToken: string;
  close(): Promise<void>;
}

export type EmulatorSettings = Pick<EmulateConfig, 'host' | 'port' | 'folder' | 'sample'> &
  Partial<Omit<EmulateConfig, 'quiet'>> & {
    /** Whether a database with vectors has the sample data, and not the default one; default false. */
    readonly vectorDatabase?: boolean;
  };

/** Progress of loading rows and documents at the start. */
export interface EmulatorProgress {
  readonly sample: OnProgress;
  readonly seed: OnProgress;
  /** Called with a sentence when the emulator itself fails, because its disk is full for example. */
  readonly onFault: (message: string) => void;
}

export interface OpenDatabase {
  /** Lines of JSON, read lazily. */
  exportKeyspace(name: string, onProgress: OnProgress): AsyncIterable<string>;
  importLines(chunks: AsyncIterable<string>, onProgress: OnTransfer): Promise<unknown>;
  close(): Promise<void>;
}

/** @param bytes - read so far */
export type OnTransfer = (progress: { readonly done: number; readonly bytes: number }) => void;
