/** Finds the end of HTTP answers, and nothing more: one is under way at a time, and its body is not looked at. */

export interface Answer {
  readonly status: number;
  /** Of the body, with what divides it into chunks. */
  readonly bytes: number;
}

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');
const NOTHING = Buffer.alloc(0);

/** What is still to come of a body: so many bytes, or chunks up to the last, whose final bytes are kept. */
type Rest = { bytes: number } | { tail: Buffer };

/**
 * A listener for the data of a connection.
 *
 * @throws Error - when an answer says neither its length nor that it comes in chunks
 */
export function createAnswerReader(onAnswer: (answer: Answer) => void): (data: Buffer) => void {
  let head: Buffer = NOTHING;
  let status = 0;
  let bytes = 0;
  let rest: Rest | undefined;

  function readHead(data: Buffer): Buffer {
    head = head.length === 0 ? data : Buffer.concat([head, data]);
    const end = head.indexOf(HEAD_END);
    if (end < 0) return NOTHING;
    const text = head.toString('latin1', 0, end);
    const body = head.subarray(end + HEAD_END.length);
    head = NOTHING;
    status = Number(text.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    rest = toRest(text);
    return body;
  }

  return (data) => {
    const body = rest === undefined ? readHead(data) : data;
    if (rest === undefined) return;
    bytes += body.length;
    if (!isComplete(rest, body)) return;
    const answer = { status, bytes };
    rest = undefined;
    bytes = 0;
    onAnswer(answer);
  };
}

function toRest(head: string): Rest {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) return { bytes: Number(length) };
  if (/^transfer-encoding: *chunked/im.test(head)) return { tail: NOTHING };
  throw new Error(`An answer without a length: ${head}`);
}

/** JSON has no raw line ends inside, so the last chunk cannot be mistaken. */
function isComplete(rest: Rest, data: Buffer): boolean {
  if ('bytes' in rest) {
    rest.bytes -= data.length;
    return rest.bytes <= 0;
  }
  const last = data.subarray(-LAST_CHUNK.length);
  rest.tail = Buffer.concat([rest.tail, last]).subarray(-LAST_CHUNK.length);
  return rest.tail.equals(LAST_CHUNK);
}
