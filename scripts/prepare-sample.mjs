/** Puts the sample data of the emulator, once loaded, beside what is built: the next first start need not do it again. */
import { readdirSync, rmSync } from 'node:fs';
import { createEmulator } from '../dist/emulator/emulator.js';
import { prepareSample, writePrepared } from '../dist/emulator/sample/prepared.js';

const FOLDER = 'dist/emulator/sample';

for (const file of readdirSync(FOLDER)) if (file.endsWith('.bin')) rmSync(`${FOLDER}/${file}`);
for (const kind of ['documents', 'vectors']) {
  const emulator = await createEmulator({ sample: true, vectorDatabase: kind === 'vectors' });
  const { database } = emulator.databases.find(emulator.sampleDatabase.databaseId);
  writePrepared(kind, prepareSample(database));
  await emulator.close();
}
