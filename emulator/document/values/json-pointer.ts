/** JSON pointers, as the real server uses them to read documents. */
import type { Json } from '../../shared/json.ts';

const ELEMENT = /^(?:0|[1-9]\d{0,9})$/;

/**
 * @param pointer - `/a/0/b`; `~1` and `~0` are a slash and a tilde, other tildes are literal
 * @returns `undefined` when the pointer matches nothing
 */
export function valueAt(value: Json, pointer: string): Json | undefined {
  let found: Json | undefined = value;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replace(/~([01])/g, (_, digit) => (digit === '1' ? '/' : '~'));
    if (found instanceof Map) found = found.get(name);
    else if (Array.isArray(found) && ELEMENT.test(name)) found = found[Number(name)];
    else return undefined;
  }
  return found;
}
