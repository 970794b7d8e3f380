/** Prints the supergraph, as `rover supergraph compose --config supergraph.yaml` does. */
import { readFileSync } from 'node:fs';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { SUBGRAPHS } from './subgraphs.mjs';

const read = (file) => parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const { supergraphSdl, errors } = composeServices(
  SUBGRAPHS.map(({ name, url, file }) => ({ name, url, typeDefs: read(file) })),
);
if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
console.log(supergraphSdl);
