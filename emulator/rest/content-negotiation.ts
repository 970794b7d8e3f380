/** Checks `Content-Type` and `Accept`: the service supports only JSON. */
import { type HeaderFields, json, type Reply, ServiceError } from '../core/service.ts';

const MEDIA_TYPE = /^[\w!#$&\-^.+]+\/[\w!#$&\-^.+*]+$/;

/** Throws 415 for a `Content-Type` other than JSON, even without a body. Absent and empty ones pass. */
export function checkContentType(headers: HeaderFields): void {
  const type = mediaType(headers.get('content-type') ?? '');
  if (type === '' || type === 'application/json' || type === '*/*' || type === 'application/*') return;
  const problem = MEDIA_TYPE.test(type)
    ? 'did not match the value in @Consumes'
    : 'did not correspond to a valid media type';
  throw new ServiceError(415, `The content-type header value ${problem}`);
}

/** The answer to an `Accept` without JSON; its body is text, under the requested media type. */
export function checkAccept(headers: HeaderFields): Reply | undefined {
  const accept = (headers.get('accept') ?? '').trim();
  if (accept === '') return undefined;
  const types = accept.split(',').map((part) => mediaType(part));
  if (types.some((type) => type === '*/*' || type === 'application/*' || type === 'application/json')) return undefined;
  const [first = ''] = types;
  if (!types.every((type) => type === '*' || MEDIA_TYPE.test(type))) {
    return json(500, { details: `Error id ${crypto.randomUUID()}-1`, stack: '' });
  }
  const description = 'The accept header value did not match the value in @Produces';
  const text = `ApiError[description=${description}, code=406, grpcStatus=null, internalTxId=null]`;
  return { status: 406, headers: { 'content-type': first }, body: text };
}

function mediaType(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}
