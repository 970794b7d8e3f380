/** The HTML page at `/`: self-contained, without scripts. */
import type { IndexData, IndexedDatabase } from './index-data.ts';

/** @param examplePath - an example request to the first database, relative to its base URL */
export function indexHtml(index: IndexData, examplePath: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Astra emulator</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Astra emulator</h1>
<p>${escaped(index.description)} Do not keep data in it that matters.</p>
<h2>Databases</h2>
${databaseTable(index.databases)}
<h2>DevOps API</h2>
<p><code>${escaped(index.devopsBaseUrl)}</code></p>
<h2>Token</h2>
${tokenParagraph(index.applicationToken)}
<h2>Try it</h2>
${curlLines(index, examplePath)
  .map((line) => `<pre>${escaped(line)}</pre>`)
  .join('\n')}
<p>Programs that ask for <code>application/json</code> get all of this as JSON.</p>
</main>
</body>
</html>
`;
}

function databaseTable(databases: readonly IndexedDatabase[]): string {
  const rows = databases.map(
    ({ id, name, region, status, baseUrl, dataApiUrl }) =>
      `<tr><td>${escaped(name)}</td><td>${escaped(region)}</td><td>${escaped(status)}</td><td><code>${escaped(id)}</code></td><td><code>${escaped(baseUrl)}</code></td><td><code>${escaped(dataApiUrl)}</code></td></tr>`,
  );
  return `<div class="wide"><table>
<thead><tr><th>Name</th><th>Region</th><th>Status</th><th>Id</th><th>Base URL of the REST and Document APIs</th><th>Data API</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

function tokenParagraph(token: string | undefined): string {
  if (token === undefined) {
    return '<p>The token is shown only through <code>localhost</code> or an IP address.</p>';
  }
  return `<p>Valid for all APIs; click to select it.</p>\n<pre class="token">${escaped(token)}</pre>`;
}

function curlLines({ devopsBaseUrl, applicationToken, databases }: IndexData, examplePath: string): string[] {
  const header = (name: string, before = '') =>
    applicationToken === undefined ? `-H "${name}: ${before}$TOKEN"` : `-H '${name}: ${before}${applicationToken}'`;
  const [first] = databases;
  const data = (path: string) => `curl ${header('X-Cassandra-Token')} '${first?.baseUrl}${path}'`;
  return [
    `curl ${header('Authorization', 'Bearer ')} '${devopsBaseUrl}/v2/databases'`,
    ...(first ? [data('/v2/schemas/keyspaces'), data(examplePath)] : []),
    ...(first ? [`curl ${header('Token')} '${first.dataApiUrl}' --json '{"findKeyspaces":{}}'`] : []),
  ];
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3a404b); --soft: light-dark(#f3f5f8, #22262e); }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181d); color: light-dark(#1c2430, #e4e8ef); }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .35rem 1.25rem .35rem 0; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap; }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
pre { margin: 0 0 .75rem; padding: .6rem .8rem; overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; background: var(--soft); }
.token { user-select: all; white-space: pre-wrap; overflow-wrap: anywhere; }
`;
