/** Upstreams, as an operator configures them. */
export const ID = '01234567-89ab-cdef-0123-456789abcdef';
export const ENDPOINT = `https://${ID}-us-east1.apps.astra.datastax.com`;
export const STARGATE = {
  STARGATE_REST_URL: 'http://stargate:8082',
  STARGATE_DOCUMENT_URL: 'http://stargate:8180/',
  STARGATE_AUTH_URL: 'http://stargate:8081',
};
export const DATA_API = { DATA_API_URL: 'http://hcd:8181' };
