/** Two ways to write a line of the log: JSON for machines, and a short one for a terminal. */
import type { LogLine } from './log.ts';

/** One JSON object with the time in front. */
export function toJsonLine(line: LogLine, now: Date): string {
  return JSON.stringify({ time: now.toISOString(), ...line });
}

/** Whatever has no place of its own follows as `name=value`. */
export function toTerminalLine(line: LogLine, now: Date): string {
  const { level, event, ...rest } = line;
  const fields = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`));
  return [now.toTimeString().slice(0, 8), level === 'info' ? '' : `${level}`, event, ...fields]
    .filter(Boolean)
    .join(' ');
}
