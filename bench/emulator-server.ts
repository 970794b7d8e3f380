/** The process that `emulator.ts` measures: an emulator in memory, with one table of as many rows as it is told. */
/** As it was built: the sources would have to be translated on the way, which leaves them slower. */
const BUILT = new URL('../dist/emulator/', import.meta.url);
const { createEmulator }: typeof import('../emulator/emulator.ts') = await import(`${BUILT}emulator.js`);
const { listen }: typeof import('../emulator/server/server.ts') = await import(`${BUILT}server/server.js`);
const { importLines }: typeof import('../emulator/transfer/import.ts') = await import(`${BUILT}transfer/import.js`);

/** What it answers to any message, once all rows are there. */
export interface Ready {
  /** Of the REST API of its database. */
  readonly restUrl: string;
  readonly token: string;
}

const KEYSPACE = 'bench';
const TABLE = 'rows_by_id';

const rowCount = Number(process.argv[2]);
const emulator = await createEmulator();
const { defaultDatabaseId: id, defaultDatabaseRegion: region, applicationToken: token } = emulator;
const entry = emulator.databases.find(id);
if (entry) await importLines(entry.database, lines());
const server = await listen(emulator);
const ready: Ready = { restUrl: `${server.url}/${id}-${region}/api/rest`, token };
process.on('message', () => process.send?.(ready));

function* lines(): Iterable<string> {
  yield JSON.stringify({ keyspace: { name: KEYSPACE } });
  const columns = [
    { name: 'id', typeDefinition: 'int' },
    { name: 'name', typeDefinition: 'text' },
    { name: 'amount', typeDefinition: 'double' },
  ];
  const table = {
    name: TABLE,
    columnDefinitions: columns,
    primaryKey: { partitionKey: ['id'], clusteringKey: [] },
  };
  yield JSON.stringify({ table });
  for (let id = 0; id < rowCount; id += 1) {
    yield JSON.stringify({ table: table.name, row: { id, name: `The row number ${id}`, amount: id / 4 } });
  }
}
