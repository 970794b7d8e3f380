/** What the process needs from the emulator. Only `main.ts` knows the emulator itself, and hands it over as this. */
import type { EmulateConfig } from './config.ts';

export interface RunningEmulator {
  /** Without a slash at the end; also the base URL of its DevOps API. */
  readonly url: string;
  readonly databaseId: string;
  readonly region: string;
  /** Valid for all of its APIs. */
  readonly applicationToken: string;
  close(): Promise<void>;
}

export type EmulatorSettings = Omit<EmulateConfig, 'user' | 'password'> &
  Partial<Pick<EmulateConfig, 'user' | 'password'>>;

/** @param onProgress - rows and documents of the sample data that are loaded, and how many there are in all */
export type StartEmulator = (
  settings: EmulatorSettings,
  onProgress: (done: number, total: number) => void,
) => Promise<RunningEmulator>;
