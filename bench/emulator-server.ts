/** The process that `emulator.ts` measures: an emulator in memory, with one table of as many rows as it is told. */
import { createEmulator } from '../emulator/emulator.ts';
import { listen } from '../emulator/server.ts';
import { importLines } from '../emulator/transfer/import.ts';

export interface Ready {
  readonly rowsUrl: string;
  readonly token: string;
}

const rowCount = Number(process.argv[2]);
const emulator = await createEmulator();
const { defaultDatabaseId: id, defaultDatabaseRegion: region, applicationToken: token } = emulator;
const entry = emulator.databases.find(id);
if (entry) await importLines(entry.database, lines());
const server = await listen(emulator);
process.send?.({
  rowsUrl: `${server.url}/${id}-${region}/api/rest/v2/keyspaces/bench/rows_by_id`,
  token,
} satisfies Ready);
process.once('disconnect', async () => {
  await server.close();
  await emulator.close();
});

function* lines(): Iterable<string> {
  yield '{"keyspace":{"name":"bench"}}';
  const columns = [
    { name: 'id', typeDefinition: 'int' },
    { name: 'name', typeDefinition: 'text' },
    { name: 'amount', typeDefinition: 'double' },
  ];
  const table = {
    name: 'rows_by_id',
    columnDefinitions: columns,
    primaryKey: { partitionKey: ['id'], clusteringKey: [] },
  };
  yield JSON.stringify({ table });
  for (let id = 0; id < rowCount; id += 1) {
    yield JSON.stringify({ table: table.name, row: { id, name: `The row number ${id}`, amount: id / 4 } });
  }
}
