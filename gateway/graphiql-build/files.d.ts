/** What `scripts/build-graphiql.mjs` writes to `files.js` beside this file, which is not checked in. */

/** With `{endpoint}` where the path of the GraphQL endpoint belongs. */
export declare const page: string;

/** By their paths below `{endpoint}/assets/`: base64 of the gzip file. */
export declare const files: Readonly<Record<string, () => Promise<{ readonly default: string }>>>;
