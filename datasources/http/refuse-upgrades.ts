import type { Agent, ClientRequest } from 'node:http';

/** The code of the error that a request fails with when it is answered with 101. */
export const UPGRADED = 'ERR_UPGRADED';

/** Makes requests of an agent fail that are answered with 101: node-fetch ignores upgrades, and would wait until the timeout. */
export function refuseUpgrades<A extends Agent>(agent: A): A {
  const addRequest: unknown = Reflect.get(agent, 'addRequest');
  if (typeof addRequest !== 'function') return agent;
  // Node passes each request to its agent by this method, which the types leave out.
  const refusing = (request: ClientRequest, ...options: readonly unknown[]): unknown => {
    request.once('upgrade', (_answer, socket) => {
      socket.destroy();
      // The socket no longer belongs to the request, which is not notified of its end.
      request.emit('error', Object.assign(new Error('Upgraded'), { code: UPGRADED }));
    });
    return Reflect.apply(addRequest, agent, [request, ...options]);
  };
  return Object.assign(agent, { addRequest: refusing });
}
