/** The layers, as data: imports go down the request path, and the emulator stands beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface Layer {
  /** Folders of ours, or single files of them, that it may import from. */
  readonly own: readonly string[];
  readonly packages: readonly string[];
}

const LAYERS: Readonly<Record<string, Layer>> = {
  gateway: {
    own: ['schema', 'datasources', 'resolvers/shared/context.ts'],
    packages: ['graphql-yoga', 'graphql', '@opentelemetry/api'],
  },
  // A program for browsers, which is bundled; of the gateway it knows its answers alone.
  'gateway/graphiql': {
    own: ['gateway/observability/receipt.ts'],
    packages: ['graphiql', '@graphiql/react', 'graphql', 'react', 'react-dom/client'],
  },
  schema: { own: ['resolvers'], packages: ['@graphql-tools/schema', 'graphql'] },
  resolvers: { own: ['datasources'], packages: ['graphql'] },
  datasources: { own: [], packages: ['dataloader', 'node-fetch', 'lru-cache'] },
  emulator: { own: [], packages: ['lmdb'] },
};

/** What one file alone may do. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = { 'gateway/main.ts': ['emulator'] };
const ONE_FILE_EACH = ['dataloader', 'node-fetch', 'lru-cache', 'lmdb', '@graphql-tools/schema'];
const MAX_LINES = 200;
const MAX_FILES_PER_ROOM = 25;

/** A room is a folder. In the root of a layer lies only what assembles its rooms. */
const ROOTS: Readonly<Record<string, readonly string[]>> = {
  gateway: ['gateway.ts', 'index.ts', 'library.ts', 'main.ts', 'open-gateway.ts', 'web.ts'],
  schema: ['schema.ts'],
  resolvers: ['index.ts', 'mutation.ts', 'node.ts', 'query.ts', 'reference.ts'],
  datasources: [],
  emulator: ['emulator.ts', 'process.ts'],
};

/** Rooms from the bottom up: each may import the rooms before it. */
const ROOM_ORDER: Readonly<Record<string, readonly string[]>> = {
  gateway: [
    'graphiql-build',
    'config',
    'shared',
    'observability',
    'limits',
    'http',
    'access',
    'server',
    'executor',
    'execution',
    'typed',
    'copy',
    'infer',
    'cli',
  ],
  schema: ['shared', 'federation', 'relations', 'typed-documents', 'typed', 'clients'],
  resolvers: [
    ...['shared', 'scalars', 'projection', 'relay', 'rows', 'catalog', 'databases'],
    ...['documents', 'relations', 'typed', 'typed-documents'],
  ],
  datasources: [
    ...['shared', 'json', 'source', 'cql', 'http', 'resilience', 'loaders', 'catalog', 'rows', 'documents'],
    ...['stargate/shared', 'stargate/catalog', 'stargate/rest', 'stargate/documents', 'stargate', 'devops'],
    ...['command', 'catalog', 'values', 'tables', 'collections'].map((room) => `data-api/${room}`),
    'back-ends',
  ],
  emulator: [
    ...[
      'shared',
      'core',
      'cql/types',
      'cql/write',
      'cql/ddl',
      'cql/read',
      'system',
      'data-api/command',
      'data-api/keyspaces',
    ],
    ...['document/values', 'document/storage'],
    ...['values', 'shared', 'definition', 'filter', 'vectors', 'find', 'rows', 'update', 'write'].map(
      (room) => `data-api/collections/${room}`,
    ),
    'data-api/collections',
    ...['values', 'definition', 'filter', 'read', 'write'].map((room) => `data-api/tables/${room}`),
    ...['data-api/tables', 'data-api'],
    ...['document/json-schema', 'document/search', 'document/http', 'rest'],
    ...['devops/state', 'devops/shared', 'devops/bundle', 'devops/databases', 'devops/organization', 'devops'],
    ...['transfer', 'sample', 'server'],
  ],
};

/** Folders that nobody writes by hand. */
const UNWRITTEN = ['node_modules', 'dist', 'coverage', '.git', '.astra-graphql', '.work'];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EVERYTHING = listFiles('');
const FILES = EVERYTHING.filter((file) => /\.tsx?$/.test(file) && layerOf(file) !== undefined);
const SOURCES = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
const IMPORTS = new Map([...SOURCES].map(([file, source]) => [file, readImports(file, source)]));

/** The innermost, where one stands in another. */
function layerOf(file: string): string | undefined {
  const layers = Object.keys(LAYERS).filter((layer) => file.startsWith(`${layer}/`));
  return layers.sort((one, other) => other.length - one.length)[0];
}

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return UNWRITTEN.includes(entry.name) ? [] : listFiles(path);
  });
}

interface Import {
  /** A file of ours by its path, or a package by its name. */
  readonly target: string;
  readonly isOurs: boolean;
}

function readImports(file: string, source: string): Import[] {
  const statements = source.matchAll(/^(?:import|export)\s(?:type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)'/gm);
  const calls = source.matchAll(/\bimport\('([^']+)'\)/g);
  return [...statements, ...calls].map(([, specifier = '']) => ({
    target: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
    isOurs: specifier.startsWith('.'),
  }));
}

function isWithin(target: string, allowed: readonly string[]): boolean {
  return allowed.some((place) => target === place || target.startsWith(`${place}/`));
}

describe.each(Object.entries(LAYERS))('%s', (layer, { own, packages }) => {
  const imports = [...IMPORTS].filter(([file]) => layerOf(file) === layer);

  test('imports only what stands below it', () => {
    const wrong = imports.flatMap(([file, list]) =>
      list
        .filter(({ isOurs, target }) => isOurs && layerOf(target) !== layer)
        .filter(({ target }) => !isWithin(target, [...own, ...(EXCEPTIONS[file] ?? [])]))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('imports only its own packages', () => {
    const wrong = imports.flatMap(([file, list]) =>
      list
        .filter(({ isOurs, target }) => !isOurs && !target.startsWith('node:') && !packages.includes(target))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

test.each(ONE_FILE_EACH)('one file knows %s', (name) => {
  const users = [...IMPORTS].filter(([, list]) => list.some(({ target }) => target === name)).map(([file]) => file);
  expect(users).toHaveLength(1);
});

test('one room knows OpenTelemetry', () => {
  const users = [...IMPORTS].filter(([, list]) => list.some(({ target }) => target.startsWith('@opentelemetry/')));
  expect(users.filter(([file]) => !file.startsWith('gateway/observability/'))).toEqual([]);
});

test('builtins are imported with their prefix', () => {
  const wrong = [...IMPORTS].filter(([, list]) => list.some(({ target }) => builtinModules.includes(target)));
  expect(wrong).toEqual([]);
});

test('no file imports itself in a circle', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const { target, isOurs } of IMPORTS.get(file) ?? []) if (isOurs) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  expect(circles).toEqual([]);
});

type Pair = readonly [room: string, imported: string];

/** Which rooms import which, once each. */
const ROOM_IMPORTS = new Map<string, Pair>();
for (const [file, list] of IMPORTS) {
  for (const { target } of list.filter(({ isOurs }) => isOurs)) {
    const pair: Pair = [dirname(file), dirname(target)];
    if (pair[0] !== pair[1]) ROOM_IMPORTS.set(pair.join(' -> '), pair);
  }
}

test('no two rooms import each other', () => {
  const mutual = [...ROOM_IMPORTS.values()].filter(
    ([one, other]) => one < other && !other.startsWith(`${one}/`) && ROOM_IMPORTS.has(`${other} -> ${one}`),
  );
  expect(mutual.map((pair) => pair.join(' <-> '))).toEqual([]);
});

test.each(Object.entries(ROOM_ORDER))('the rooms of %s import those below them', (layer, order) => {
  const rankOf = (room: string) => order.indexOf(room.slice(layer.length + 1));
  const isBelow = (imported: string, room: string) => rankOf(imported) >= 0 && rankOf(imported) < rankOf(room);
  const wrong = [...ROOM_IMPORTS.values()].filter(
    ([room, imported]) => rankOf(room) >= 0 && imported.startsWith(layer) && !isBelow(imported, room),
  );
  expect(wrong.map((pair) => pair.join(' -> '))).toEqual([]);
  expect(order.filter((room) => filesOf(`${layer}/${room}`).length === 0)).toEqual([]);
});

test('no room imports a folder that contains it', () => {
  const upward = [...ROOM_IMPORTS].filter(([, [room, imported]]) => room.startsWith(`${imported}/`));
  expect(upward.map(([name]) => name)).toEqual([]);
});

test(`no room has more than ${MAX_FILES_PER_ROOM} files`, () => {
  const rooms = [...new Set(FILES.map(dirname))];
  expect(rooms.filter((room) => filesOf(room).length > MAX_FILES_PER_ROOM)).toEqual([]);
});

test.each(Object.entries(ROOTS))('in the root of %s lies only what assembles its rooms', (layer, files) => {
  expect(filesOf(layer).map((file) => basename(file))).toEqual(files);
});

/** Those of a room itself, without those of its rooms. */
const filesOf = (room: string) => FILES.filter((file) => dirname(file) === room).sort();

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const long = [...SOURCES].flatMap(([file, source]) => {
    const lines = source.trimEnd().split('\n').length;
    return lines > MAX_LINES && !file.includes('.generated.') ? [`${file}: ${lines}`] : [];
  });
  expect(long).toEqual([]);
});

test('only the process knows the process', () => {
  const users = [...SOURCES]
    .filter(([, source]) => /\bprocess\.(env|argv|exit|on)\b/.test(source))
    .map(([file]) => file);
  expect(users).toEqual(['gateway/main.ts']);
});

test('no file names a folder of the machine where it was written', () => {
  const texts = EVERYTHING.filter((file) => /\.(ts|mjs|js|json|jsonl|md|graphql|yml)$/.test(file));
  const pattern = new RegExp(`(?<![\\w.])/(?:${['home', 'root', 'Users', 'work', 'tmp'].join('|')})/[\\w.-]+`);
  const wrong = texts.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(wrong).toEqual([]);
});
