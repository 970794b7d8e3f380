/** Makes the emulator misbehave in turns: a while of each fault, a while of calm. */
import { setTimeout as sleep } from 'node:timers/promises';

const PHASE_MS = 1500;

/** Many of the requests of a phase, not all: something must come through beside what fails. */
const FAULTS: readonly (readonly [name: string, rule: object])[] = [
  ['latency', { latencyMs: 100 }],
  ['503', { times: 150, fault: { kind: 'answer', status: 503, body: '' } }],
  ['429', { times: 150, fault: { kind: 'answer', status: 429, body: '', headers: { 'retry-after': '1' } } }],
  ['reset', { times: 150, fault: { kind: 'cut' } }],
  ['truncated', { times: 150, fault: { kind: 'truncate', afterBytes: 5 } }],
  ['500', { times: 150, fault: { kind: 'answer', status: 500, body: { description: 'Server error', code: 500 } } }],
  ['HTML', { times: 150, fault: { kind: 'answer', status: 200, body: '<html>Welcome</html>' } }],
  ['401', { times: 150, fault: { kind: 'answer', status: 401, body: { description: 'Invalid token', code: 401 } } }],
  [
    'length',
    { times: 150, fault: { kind: 'answer', status: 200, body: '{"data":[]}', headers: { 'content-length': '3' } } },
  ],
  ['hang', { times: 60, fault: { kind: 'hang' } }],
];

export interface FaultCycle {
  /** What is switched on at this moment. */
  current(): string;
  /** How many faults were switched on in all. */
  switchedOn(): number;
  /** Switches all off. */
  stop(): Promise<void>;
}

export function cycleFaults(emulatorUrl: string): FaultCycle {
  const url = `${emulatorUrl}/emulator/faults`;
  const ended = new AbortController();
  let current = 'calm';
  let switchedOn = 0;

  async function run(): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      await sleep(PHASE_MS, undefined, { signal: ended.signal });
      const [name, rule] = FAULTS[turn % FAULTS.length] ?? ['', {}];
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(rule) });
      if (answer.status !== 201) throw new Error(`The emulator refused a fault: ${await answer.text()}`);
      current = name;
      switchedOn += 1;
      await sleep(PHASE_MS, undefined, { signal: ended.signal });
      await fetch(url, { method: 'DELETE' });
      current = 'calm';
    }
  }

  const running = run().catch((error: unknown) => {
    if (!ended.signal.aborted) throw error;
  });
  return {
    current: () => current,
    switchedOn: () => switchedOn,
    async stop() {
      ended.abort();
      await running;
      await fetch(url, { method: 'DELETE' });
    },
  };
}
