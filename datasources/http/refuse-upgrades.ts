import type { Agent, ClientRequest } from 'node:http';

/** The code of the error that a request fails with when it is answered with 101. */
export const UPGRADED = 'ERR_UPGRADED';

/** The same agent. node-fetch looks for no upgrade, and would wait for another answer until its time is up. */
export function refuseUpgrades<A extends Agent>(agent: A): A {
  const addRequest: unknown = Reflect.get(agent, 'addRequest');
  if (typeof addRequest !== 'function') return agent;
  // By this method, which the types leave out, Node gives each request to its agent.
  const refusing = (request: ClientRequest, ...options: readonly unknown[]): unknown => {
    request.once('upgrade', (_answer, socket) => {
      socket.destroy();
      // The socket is not the request's any more, which hears nothing of its end.
      request.emit('error', Object.assign(new Error('Upgraded'), { code: UPGRADED }));
    });
    return Reflect.apply(addRequest, agent, [request, ...options]);
  };
  return Object.assign(agent, { addRequest: refusing });
}
