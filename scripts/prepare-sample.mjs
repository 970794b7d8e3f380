/** Puts the sample data of the emulator, once loaded, beside what is built: the next first start need not do it again. */
import { rmSync } from 'node:fs';
import { createEmulator } from '../dist/emulator/emulator.js';
import { prepareSample, writePrepared } from '../dist/emulator/sample/prepared.js';

rmSync('dist/emulator/sample/prepared.bin', { force: true });
const emulator = await createEmulator({ sample: true });
const { database } = emulator.databases.find(emulator.defaultDatabaseId);
writePrepared(prepareSample(database));
await emulator.close();
