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
