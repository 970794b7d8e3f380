/** What no Stargate can do, whatever is sent. */
import { NotSupportedError } from '../../source/errors.ts';

/** @throws NotSupportedError - always. @param what - such as `vector search` */
export function refuseOnStargate(what: string): never {
  throw new NotSupportedError(
    `A Stargate has no ${what}. It is there for databases whose data the Data API serves: see Database.capabilities.`,
  );
}
