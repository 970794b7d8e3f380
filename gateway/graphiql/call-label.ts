/** How a call is named: by its command and what that is about, or by method and route. */
import type { ReceiptCall } from '../observability/receipt.ts';

export interface CallLabel {
  /** Such as `find` or `GET`. */
  readonly action: string;
  /** Such as `/{keyspace}/{table}`; empty for a command about a whole database. */
  readonly target: string;
}

/** All commands are sent to the same version, so that it tells nothing. */
export function labelOf({ command, method, route }: Pick<ReceiptCall, 'command' | 'method' | 'route'>): CallLabel {
  return command === undefined
    ? { action: method, target: route }
    : { action: command, target: route.replace(/^\/v1/, '') };
}
