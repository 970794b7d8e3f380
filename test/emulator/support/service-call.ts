/** A call to a service of one database, without the frame round it. */
import { backendError, type Call, type Database, Query } from '../../../emulator/core/service.ts';

/** The one token that is known. */
export const TOKEN = 'token';

/** @param path - with the query; a body that is a text is sent as it is, anything else as JSON */
export function toCall(database: Database, method: string, path: string, body?: unknown, token = TOKEN): Call {
  const [address = '', search = ''] = path.split('?');
  return {
    method,
    path: address,
    query: new Query(new URLSearchParams(search)),
    headers: new Headers(),
    baseUrl: 'http://emulator',
    database,
    body: async () => (typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)),
    authorize() {
      if (token !== TOKEN) throw backendError('UNAUTHENTICATED', 'Invalid token');
    },
  };
}
