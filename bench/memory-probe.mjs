/** Loaded into a gateway before it starts: tells the benchmark how many bytes it has allocated since it was asked before, collected ones too. */
import { Session } from 'node:inspector';

const SAMPLING = {
  samplingInterval: 4096,
  includeObjectsCollectedByMajorGC: true,
  includeObjectsCollectedByMinorGC: true,
};
const session = new Session();
session.connect();
session.post('HeapProfiler.startSampling', SAMPLING);

function sizeOf({ selfSize, children }) {
  return children.reduce((sum, child) => sum + sizeOf(child), selfSize);
}

process.on('message', () => {
  session.post('HeapProfiler.stopSampling', (error, answer) => {
    if (error) throw error;
    process.send?.(sizeOf(answer.profile.head));
    session.post('HeapProfiler.startSampling', SAMPLING);
  });
});
process.channel?.unref();
