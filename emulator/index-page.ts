/** `GET /`: how a tool finds its way from the emulator's address alone. */
import { isIP } from 'node:net';
import type { Registry } from './devops/registry.ts';
import { json } from './service.ts';

/**
 * The token is shown only to those who came by an IP address or as `localhost`: a web page that points a
 * name of its own at this machine (DNS rebinding) must not read it.
 */
export function indexPage(origin: string, registry: Registry, developmentToken: string): Response {
  const databases = registry
    .list()
    .filter(({ record }) => record.status !== 'TERMINATED')
    .map(({ record: { id, region, name, status } }) => ({
      id,
      region,
      name,
      status,
      baseUrl: `${origin}/${id}-${region}/api/rest`,
    }));
  return json(200, {
    description: 'A development emulator of the Astra DevOps API and of the Stargate REST and Document APIs.',
    devopsBaseUrl: origin,
    ...(isDirect(origin) && { applicationToken: developmentToken }),
    databases,
  });
}

function isDirect(origin: string): boolean {
  const hostname = new URL(origin).hostname.replace(/^\[|\]$/g, '');
  return hostname === 'localhost' || isIP(hostname) !== 0;
}
