/** Which coding of an answer a client prefers: https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding */

/** Names that HTTP has kept for the same. */
const ALIASES: Readonly<Record<string, string>> = { 'x-gzip': 'gzip' };

/**
 * The offered coding with the highest weight, of equal ones the first; `undefined` when none is accepted, or the plain answer is
 * preferred.
 */
export function chooseCoding<C extends string>(header: string | null, offered: readonly C[]): C | undefined {
  if (header === null) return undefined;
  const weights = readWeights(header);
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  const [best] = [...offered].sort((one, other) => weightOf(other) - weightOf(one));
  if (best === undefined || weightOf(best) === 0) return undefined;
  return weightOf(best) >= (weights.get('identity') ?? 0) ? best : undefined;
}

function readWeights(header: string): ReadonlyMap<string, number> {
  const items = header.toLowerCase().split(',');
  return new Map(
    items.map((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      const isWeight = weight === undefined || /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight);
      return [ALIASES[name] ?? name, isWeight ? Number(weight ?? 1) : 0];
    }),
  );
}
