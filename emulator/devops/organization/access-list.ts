/** Reads access lists from request bodies (DevOps API section 7). */
import { isIPv4 } from 'node:net';
import { optionalText, requiredText, toMembers } from '../shared/body.ts';
import { devopsBadRequest } from '../shared/devops-error.ts';
import type { AccessAddress } from '../state/database-record.ts';

export interface AccessListBody {
  /** In the order of the body; the last of repeated addresses counts. `undefined`: the body has no addresses. */
  readonly addresses: readonly AccessAddress[] | undefined;
  readonly isEnabled: boolean | undefined;
}

/** Reads `{addresses, configurations: {accessListEnabled}}`, or the bare array of addresses; throws 400. */
export function readAccessList(body: unknown, nowMs: number): AccessListBody {
  if (Array.isArray(body)) return { addresses: readAddresses(body, nowMs), isEnabled: undefined };
  const { addresses, configurations } = toMembers(body);
  return {
    addresses: addresses == null ? undefined : readAddresses(addresses, nowMs),
    isEnabled: configurations == null ? undefined : readEnabled(toMembers(configurations, 'configurations')),
  };
}

/** Reads an array of addresses, or a single address; throws 400. */
export function readAddresses(body: unknown, nowMs: number): AccessAddress[] {
  const items = Array.isArray(body) ? body : [body];
  return items.map((item) => readAddress(toMembers(item, 'an address'), nowMs));
}

/** The addresses of both lists; the second list wins. */
export function mergeAddresses(known: readonly AccessAddress[], added: readonly AccessAddress[]): AccessAddress[] {
  return [...new Map([...known, ...added].map((item) => [item.address, item])).values()];
}

function readAddress(members: Record<string, unknown>, nowMs: number): AccessAddress {
  const address = requiredText(members, 'address');
  const [, host = '', prefix = '32'] = /^([^/]*)(?:\/(\d{1,2}))?$/.exec(address) ?? [];
  if (!isIPv4(host) || Number(prefix) > 32) {
    throw devopsBadRequest(`"${address}" is neither an IPv4 address such as 10.1.2.3 nor a range such as 10.1.0.0/16`);
  }
  const { enabled = true } = members;
  if (typeof enabled !== 'boolean') throw devopsBadRequest('enabled is not a boolean');
  return { address, isEnabled: enabled, description: optionalText(members, 'description') ?? '', updatedAtMs: nowMs };
}

function readEnabled({ accessListEnabled }: Record<string, unknown>): boolean {
  if (typeof accessListEnabled !== 'boolean') throw devopsBadRequest('accessListEnabled is not a boolean');
  return accessListEnabled;
}
