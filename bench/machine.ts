import { availableParallelism, cpus } from 'node:os';

/** The machine in one line. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor';
  return `Node ${process.version.slice(1)}, ${availableParallelism()} cores, ${model}, ${process.platform} ${process.arch}`;
}
