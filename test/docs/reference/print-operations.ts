/** The page of all operations of the upstream APIs, each with the fields that answer it. */
import type { GraphQLSchema } from 'graphql';
import { API_OPERATIONS, type ApiOperation } from './api-operations.ts';
import { table } from './print-type.ts';

const ABOUT = `Every operation of the APIs that the graph stands on, and the field that answers it. A field may need others besides: its example
in the reference names all that it asks. What is about an organization (its users, roles, tokens and access lists) has no field.`;

export function operationSections(schema: GraphQLSchema): string[] {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const link = (field: string) => {
    const [type, name = ''] = field.split('.');
    if (name === '' && field in mutations) return `[\`${field}\`](mutations.md#${field.toLowerCase()})`;
    const page = type === 'Query' ? `queries.md#${name}` : `types.md#${type}`;
    return `[\`${type === 'Query' ? name : field}\`](${page.toLowerCase()})`;
  };
  const cells = ({ name, request, fields, insteadBy, unused }: ApiOperation) => [
    name,
    `\`${request}\``,
    unused ? `none: ${unused}` : fields.map(link).join(', '),
    insteadBy ? `\`${insteadBy}\`` : '',
  ];
  const sections = Object.entries(API_OPERATIONS).map(([api, operations]) => {
    const head = ['operation', api === 'Data API' ? 'command' : 'request', 'field', 'sent instead'];
    const rows = operations.map(cells);
    const hasLast = rows.some((row) => row[3] !== '');
    const width = hasLast ? 4 : 3;
    return `## ${api}\n\n${table(
      head.slice(0, width),
      rows.map((row) => row.slice(0, width)),
    )}`;
  });
  return [ABOUT, ...sections];
}
