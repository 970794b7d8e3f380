/** An emulator in a process of its own, with its data in the folder that is its argument. Prints how to reach it. */
import { createEmulator } from '../../../emulator/emulator.ts';
import { listen } from '../../../emulator/server/server.ts';

const [, , folder = ''] = process.argv;
const emulator = await createEmulator({ folder });
const { url } = await listen(emulator);
const { defaultDatabaseId, defaultDatabaseRegion, applicationToken: token } = emulator;
console.log(JSON.stringify({ base: `${url}/${defaultDatabaseId}-${defaultDatabaseRegion}/api/rest`, token }));
