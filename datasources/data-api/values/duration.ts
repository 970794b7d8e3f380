/** Durations as the Data API prints them: ISO 8601 with fractions of seconds, which it does not take back. */

const SECONDS = /^(-?P.*?)(?:(\d+)\.(\d{1,9})S)$/;
const UNITS = { Y: 'y', M: 'mo', D: 'd' } as const;
const CLOCK_UNITS = { H: 'h', M: 'm', S: 's' } as const;

/** The same duration in the units of CQL, such as `1s500ms`; other text as it is. */
export function inUnits(text: string): string {
  const match = SECONDS.exec(text);
  if (!match) return text;
  const [, before = '', seconds = '', fraction = ''] = match;
  const [period = '', clock = ''] = before.replace(/^-?P/, '').split('T');
  const nanos = fraction.padEnd(9, '0');
  const parts = [
    before.startsWith('-') ? '-' : '',
    toUnits(period, UNITS),
    toUnits(clock, CLOCK_UNITS),
    `${seconds}s`,
    `${Number(nanos.slice(0, 3))}ms${Number(nanos.slice(3, 6))}us${Number(nanos.slice(6))}ns`,
  ];
  return parts.join('');
}

function toUnits(text: string, units: Readonly<Record<string, string>>): string {
  return text.replace(/[A-Z]/g, (sign) => units[sign] ?? sign);
}
