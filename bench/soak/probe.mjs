/**
 * Loaded into the gateway's process before it starts: tells its parent, when asked, how much memory it holds and how late it
 * is; and at its end, how many GraphQL requests it has taken in.
 */
import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
const lateMs = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
delay.enable();

process.on('message', ({ collectGarbage }) => {
  if (collectGarbage) globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  process.send({
    rssBytes: rss,
    heapBytes: heapUsed,
    lateP99Ms: lateMs(delay.percentile(99)),
    lateMaxMs: lateMs(delay.max),
  });
  delay.reset();
});
let accepted = 0;
subscribe('http.server.request.start', ({ request }) => {
  if (request.url === '/graphql') accepted += 1;
});
process.once('exit', () => writeSync(process.stderr.fd, `${JSON.stringify({ event: 'accepted', accepted })}\n`));
// Being watched must not keep it alive.
process.channel.unref();
