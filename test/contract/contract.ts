/** The contract that every back end keeps, whatever it speaks upstream: one suite, for any `Source`. */
import { describe } from 'vitest';
import type { Capability } from '../../datasources/source/source.ts';
import type { Backend } from './backend.ts';
import { describeCatalog } from './catalog.ts';
import { describeChecks } from './checks.ts';
import { describeDatabases } from './databases.ts';
import { describeDocumentParts } from './document-parts.ts';
import { describeDocuments } from './documents.ts';
import { describeNamespaces } from './namespaces.ts';
import { describeRowLists } from './row-lists.ts';
import { describeRowPages } from './row-pages.ts';
import { describeRowReads } from './row-reads.ts';
import { describeRowValues } from './row-values.ts';
import { describeRowWrites } from './row-writes.ts';
import { describeTokens } from './tokens.ts';

interface Part {
  readonly run: (backend: Backend) => void;
  /** A back end without one of these does not run it. */
  readonly needs: readonly Capability[];
}

const PARTS: readonly Part[] = [
  { run: describeDatabases, needs: [] },
  { run: describeTokens, needs: ['ROWS', 'DOCUMENTS'] },
  { run: describeCatalog, needs: ['ROWS', 'INDEXES', 'USER_DEFINED_TYPES'] },
  { run: describeChecks, needs: ['ROWS', 'DOCUMENTS', 'USER_DEFINED_TYPES', 'INDEXES'] },
  { run: describeNamespaces, needs: ['DOCUMENTS', 'REPLICATION'] },
  { run: describeRowReads, needs: ['ROWS'] },
  { run: describeRowPages, needs: ['ROWS', 'INDEXES'] },
  { run: describeRowLists, needs: ['ROWS'] },
  { run: describeRowWrites, needs: ['ROWS', 'USER_DEFINED_TYPES'] },
  { run: describeRowValues, needs: ['ROWS', 'USER_DEFINED_TYPES'] },
  { run: describeDocuments, needs: ['DOCUMENTS'] },
  { run: describeDocumentParts, needs: ['DOCUMENTS'] },
];

/** @param name - of the back end and of the way to it, such as `Stargate over HTTP` */
export function describeSource(name: string, backend: Backend): void {
  const can = (each: Capability) => backend.capabilities.includes(each);
  describe(name, () => {
    for (const { run } of PARTS.filter(({ needs }) => needs.every(can))) run(backend);
  });
}
