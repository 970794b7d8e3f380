/** Answers that cannot be right, made from one that is. */

export interface RightAnswer {
  readonly method: string;
  /** Path and query behind the base path. */
  readonly target: string;
  readonly status: number;
  readonly text: string;
}

export interface WrongAnswer {
  readonly name: string;
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

const DEPTH = 10_000;
const HTML = { 'content-type': 'text/html' };

const BODIES: Readonly<Record<string, string>> = {
  'an empty object': '{}',
  null: 'null',
  'an empty list': '[]',
  'an error of the server': '{"description":"overloaded","code":503}',
  'an error that says that nothing is there': '{"description":"Not found","code":404}',
  'a text': '"ok"',
  'a number': '5',
  'a page': '<html>Welcome to host-17.internal</html>',
  'what is nested too deep': `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`,
  'a success without a name': '{"success":1}',
};

export function wrongAnswers(right: RightAnswer): WrongAnswer[] {
  const { text } = right;
  // A 204 carries no body.
  const status = right.status === 204 ? 200 : right.status;
  const bodies = Object.entries(BODIES).map(([name, body]) => ({ name, status, body }));
  const others = [206, 299].map((odd) => ({ name: `the status ${odd}`, status: odd, body: text }));
  const all = [...bodies, ...others, { name: 'the type of a page', status, body: text, headers: HTML }];
  return [...all, ...(text === '' ? [] : damaged(right))].filter((wrong) => !isRight(right, wrong));
}

function damaged({ status, text }: RightAnswer): WrongAnswer[] {
  const members = Object.entries(changedMembers(JSON.parse(text)));
  return [
    { name: 'no body', status, body: '' },
    { name: 'the status 204', status: 204, body: '' },
    { name: 'a body that breaks off', status, body: text.slice(0, -1) },
    { name: 'two bodies', status, body: text + text },
    { name: 'a list around it', status, body: `[${text}]` },
    ...members.map(([name, body]) => ({ name, status, body: JSON.stringify(body) })),
  ];
}

const NEEDED = [
  'count',
  'data',
  'documentIds',
  'documentId',
  'name',
  'authToken',
  'success',
  'schema',
  'id',
  'status',
  'info',
];

function changedMembers(body: unknown): Record<string, unknown> {
  if (Array.isArray(body)) return body.length === 0 ? {} : { 'an element that is null': [null, ...body.slice(1)] };
  if (typeof body !== 'object' || body === null) return {};
  const object: Record<string, unknown> = { ...body };
  const changed: Record<string, unknown> = {};
  for (const name of NEEDED.filter((each) => each in object)) {
    const { [name]: value, ...others } = object;
    changed[`no "${name}"`] = others;
    // The data of a document may be anything.
    const isFree = name === 'data' && 'documentId' in object && !Array.isArray(value);
    if (!isFree) changed[`another kind of "${name}"`] = { ...object, [name]: typeof value === 'number' ? 'x' : 5 };
  }
  return { ...changed, ...changedPages(object), ...changedTables(object) };
}

/** A key that lacks its end would be that of a whole partition. */
function changedTables(object: Record<string, unknown>): Record<string, unknown> {
  const [text, others] = [JSON.stringify(object), /,"clusteringKey":\[[^\]]*\]/g];
  return others.test(text)
    ? { 'tables without a list of clustering columns': JSON.parse(text.replace(others, '')) }
    : {};
}

function changedPages({ count, data, ...others }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(data) || (others.documentId !== undefined && !isParts(data))) return {};
  const page = { ...others, ...(count !== undefined && { count }) };
  const isRow = (row: unknown) => typeof row === 'object' && row !== null && 'id' in row;
  return {
    ...(data.length > 0 && { 'an item that is a number': { ...page, data: [5, ...data.slice(1)] } }),
    ...(count !== undefined && { 'a wrong count': { ...page, data, count: Number(count) + 1 } }),
    ...(count !== undefined && { 'a page state that is a number': { ...page, data, pageState: 5 } }),
    ...(data.length > 0 && data.every(isRow) && { 'rows without a key': { ...page, data: data.map(withoutId) } }),
    ...(data.length > 0 && data.every(isRow) && { 'rows of another key': { ...page, data: data.map(ofAnother) } }),
  };
}

/** Parts of a document, and not the elements of a list. */
const isParts = (data: readonly unknown[]) => data.every((part) => typeof part === 'object');
const withoutId = ({ id, ...row }: { id: unknown }) => row;
const ofAnother = (row: object) => ({ ...row, id: 999 });

/** What a server may say there. */
function isRight({ method, target, status, text }: RightAnswer, wrong: WrongAnswer): boolean {
  if (wrong.body === '[]' && text.startsWith('[')) return true;
  if (status === 404 && wrong.status === 404 && wrong.body.includes('"code":404')) return true;
  if (wrong.body === 'null' && method === 'GET' && /^\/v2\/databases\/[\w-]+$/.test(target)) return true;
  if (wrong.status === 204 && method === 'GET' && /\?where=/.test(target)) return /collections\/\w+\/\w+/.test(target);
  if (wrong.name === 'rows of another key') return !/%22id%22|items\/\d/.test(target);
  return wrong.status === status && wrong.body === text && !wrong.headers;
}
