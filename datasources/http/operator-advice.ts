/**
 * What the operator can do about a failed call, by its status, for every API; `undefined` for answers that are
 * the client's own affair.
 *
 * @param status - absent when there was no answer
 */
export function adviceForStatus(status: number | undefined): string | undefined {
  switch (status) {
    case undefined:
      return 'No answer: see whether upstream is up and its address is right; /ready tells.';
    case 401:
    case 403:
      return 'The token was refused: the client needs one that is valid and may do this.';
    case 429:
      return 'Upstream asks to slow down: send less, or raise its rate limits.';
    case 408:
    case 504:
      return 'Upstream was too slow: see its load, or ask for less at a time.';
    case 502:
    case 503:
      return 'Upstream cannot reach its database, or the database is not serving.';
    case 507:
      return "Upstream's store is full (ENOSPC): free space on its disk.";
    default:
      return status >= 500 ? "Upstream failed: its own log, at this request's id, says why." : undefined;
  }
}

/** Codes of Node for certificates whose authority it does not know. */
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** What the operator can do about a connection that failed with a code of Node; `undefined` where the code tells no more than that there was no answer. */
export function adviceForConnection(code: string | undefined): string | undefined {
  if (code === 'CERT_HAS_EXPIRED') return "Upstream's certificate has expired: renew it.";
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return "Upstream's certificate is for another name than that of its address: use the name that it is for.";
  if (code === 'ENOTFOUND') return "The host name of upstream's address is unknown: see whether the address is right.";
  if (code === undefined || !UNTRUSTED.has(code)) return undefined;
  return "Upstream's certificate is not trusted: name the file of its authority in NODE_EXTRA_CA_CERTS.";
}
