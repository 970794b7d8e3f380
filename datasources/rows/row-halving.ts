import { SourceError } from '../source/errors.ts';
import type { Result } from '../source/source.ts';

/**
 * Reads many keys with one call. A call that fails is halved down to the key at fault, which alone fails. Takes at most
 * 2·log₂ n further calls, so that a cause that all keys share does not cost a call for each.
 *
 * @param isSpoiled - whether one key may have made the read of several fail
 * @param read - answers in the order of its keys; with `mayFail` a failure is handled by the caller, so the read need not avoid it
 */
export async function readHalving<K, V>(
  keys: readonly K[],
  isSpoiled: (error: SourceError) => boolean,
  read: (keys: readonly K[], mayFail: boolean) => Promise<Result<V>[]>,
): Promise<Result<V>[]> {
  let callsLeft = 2 * Math.ceil(Math.log2(keys.length));
  async function readSome(some: readonly K[]): Promise<Result<V>[]> {
    const canHalve = some.length > 1 && callsLeft >= 2;
    try {
      return await read(some, canHalve);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (!canHalve || !isSpoiled(error)) return some.map(() => error);
      callsLeft -= 2;
      const middle = Math.ceil(some.length / 2);
      // One after the other, so that what the first half has used up is known to the second.
      return [...(await readSome(some.slice(0, middle))), ...(await readSome(some.slice(middle)))];
    }
  }
  return readSome(keys);
}
