/** As much of these packages as the test calls; they have no types of their own. */
declare module '@astrajs/rest' {
  interface Options {
    readonly baseUrl: string;
    readonly applicationToken?: string;
    readonly username?: string;
    readonly password?: string;
  }

  interface Answer {
    readonly status: number;
    readonly data: unknown;
    readonly count?: number;
    readonly pageState?: string;
  }

  interface RequestOptions {
    readonly params?: Readonly<Record<string, unknown>>;
  }

  interface Client {
    get(path: string, options?: RequestOptions): Promise<Answer>;
    post(path: string, body: unknown): Promise<Answer>;
    put(path: string, body: unknown): Promise<Answer>;
    patch(path: string, body: unknown): Promise<Answer>;
    delete(path: string): Promise<Answer>;
  }

  export function createClient(options: Options): Promise<Client>;
}

declare module '@astrajs/collections' {
  import type { Answer, Options } from '@astrajs/rest';

  interface Collection {
    create(path: string, document: unknown): Promise<{ readonly documentId: string }>;
    create(document: unknown): Promise<{ readonly documentId: string }>;
    get(path: string): Promise<unknown>;
    find(query: unknown, options?: object): Promise<Answer>;
    findOne(query: unknown, options?: object): Promise<unknown>;
    update(path: string, document: unknown): Promise<unknown>;
    replace(path: string, document: unknown): Promise<unknown>;
    delete(path: string): Promise<unknown>;
    batch(documents: readonly object[], idPath: string): Promise<{ readonly documentIds: readonly string[] }>;
    push(path: string, value: unknown): Promise<unknown>;
    pop(path: string): Promise<unknown>;
    createSchema(schema: object): Promise<unknown>;
    getSchema(): Promise<unknown>;
  }

  interface Namespace {
    getCollections(): Promise<{ readonly name: string }[]>;
    createCollection(name: string): Promise<unknown>;
    deleteCollection(name: string): Promise<unknown>;
    collection(name: string): Collection;
  }

  export function createClient(options: Options): Promise<{ namespace(name: string): Namespace }>;
}
