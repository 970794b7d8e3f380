/**
 * What compression of an answer costs and saves, for each coding and level:
 *
 *     npm run bench:compression
 *
 * The answer is that of 500 airports of the sample data, with all their columns.
 */
import { type BrotliOptions, brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { startGateway } from '../test/support/gateway.ts';

const QUERY = `{
  keyspace(name: "travel") { table(name: "airports") { rows(first: 500) { nodes { id key values } } } }
}`;
const ROUNDS = 30;

const gateway = await startGateway({ emulator: { sample: true }, limits: { maxFirst: 500 } });
const answer = Buffer.from(JSON.stringify(await gateway.query(QUERY)));
await gateway.close();

const brotli = (quality: number): BrotliOptions => ({
  params: { [zlib.BROTLI_PARAM_QUALITY]: quality, [zlib.BROTLI_PARAM_SIZE_HINT]: answer.byteLength },
});
const CODERS: readonly (readonly [string, () => Buffer])[] = [
  ...[1, 4, 6, 9].map((level) => [`gzip ${level}`, () => gzipSync(answer, { level })] as const),
  ...[1, 3, 4, 5, 6].map((quality) => [`br ${quality}`, () => brotliCompressSync(answer, brotli(quality))] as const),
];

process.stdout.write(`| coding | bytes | share | ms of processor |\n| --- | ---: | ---: | ---: |\n`);
process.stdout.write(`| none | ${answer.byteLength} | 100 % | |\n`);
for (const [name, compress] of CODERS) {
  const times = Array.from({ length: ROUNDS }, () => {
    const { user, system } = process.cpuUsage();
    compress();
    const used = process.cpuUsage({ user, system });
    return (used.user + used.system) / 1000;
  });
  const bytes = compress().byteLength;
  const share = ((100 * bytes) / answer.byteLength).toFixed(1);
  const median = times.sort((one, other) => one - other)[ROUNDS / 2] ?? 0;
  process.stdout.write(`| ${name} | ${bytes} | ${share} % | ${median.toFixed(2)} |\n`);
}
