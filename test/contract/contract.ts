/** The contract that every back end keeps, whatever it speaks upstream: one suite, for any `Source`. */
import { describe } from 'vitest';
import type { Capability } from '../../datasources/source/source.ts';
import type { Backend, PartName } from './backend.ts';
import { describeCatalog } from './catalog.ts';
import { describeChecks } from './checks.ts';
import { describeDatabases } from './databases.ts';
import { describeDocumentParts } from './document-parts.ts';
import { describeDocuments } from './documents.ts';
import { describeNamespaces } from './namespaces.ts';
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

const PARTS: Readonly<Record<PartName, Part>> = {
  databases: { run: describeDatabases, needs: [] },
  tokens: { run: describeTokens, needs: ['ROWS', 'DOCUMENTS'] },
  catalog: { run: describeCatalog, needs: ['ROWS', 'INDEXES', 'USER_DEFINED_TYPES'] },
  checks: { run: describeChecks, needs: ['ROWS', 'DOCUMENTS', 'USER_DEFINED_TYPES', 'INDEXES'] },
  namespaces: { run: describeNamespaces, needs: ['DOCUMENTS', 'REPLICATION'] },
  rowReads: { run: describeRowReads, needs: ['ROWS'] },
  rowPages: { run: describeRowPages, needs: ['ROWS', 'INDEXES'] },
  rowWrites: { run: describeRowWrites, needs: ['ROWS', 'USER_DEFINED_TYPES'] },
  rowValues: { run: describeRowValues, needs: ['ROWS', 'USER_DEFINED_TYPES'] },
  documents: { run: describeDocuments, needs: ['DOCUMENTS'] },
  documentParts: { run: describeDocumentParts, needs: ['DOCUMENTS'] },
};

const ALL = Object.keys(PARTS) as PartName[];

/** @param name - of the back end and of the way to it, such as `Stargate over HTTP` */
export function describeSource(name: string, backend: Backend): void {
  const can = (each: Capability) => backend.capabilities.includes(each);
  const { parts = ALL } = backend;
  describe(name, () => {
    for (const part of parts) if (PARTS[part].needs.every(can)) PARTS[part].run(backend);
  });
}
