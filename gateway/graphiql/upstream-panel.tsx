/** The panel "Upstream": what the last operation cost, each upstream call as a bar on one time axis. */
import type { GraphiQLPlugin } from '@graphiql/react';
import { type LastOperation, lastOperation } from './fetcher.ts';
import type { Receipt } from './receipt.ts';
import { useStore } from './store.ts';
import { formatBytes, formatCount, formatMs } from './units.ts';
import { Waterfall } from './waterfall.tsx';

export const UPSTREAM_PANEL: GraphiQLPlugin = { title: 'Upstream', icon: UpstreamIcon, content: UpstreamPanel };

function UpstreamPanel() {
  const operation = useStore(lastOperation);
  return (
    <section className="astra-upstream">
      <h2>Upstream</h2>
      {operation ? <Cost {...operation} /> : <p>Run an operation to see which upstream calls it makes, and when.</p>}
    </section>
  );
}

function Cost({ name, elapsedMs, receipt }: LastOperation) {
  if (!receipt) {
    return (
      <p>
        No receipt came with the answer. <code>ASTRA_GRAPHQL_RECEIPT=true</code> lets the gateway give them.
      </p>
    );
  }
  return (
    <>
      <p>
        {name ?? 'The operation'} took {formatMs(elapsedMs)}, {toTotals(receipt)}
      </p>
      {receipt.calls.length > 0 && <Waterfall calls={receipt.calls} />}
      <Savings saved={receipt.saved} />
      {receipt.hints.map((hint) => (
        <p key={hint} className="astra-hint">
          {hint}
        </p>
      ))}
    </>
  );
}

function toTotals({ calls }: Receipt): string {
  if (calls.length === 0) return 'and made no upstream call.';
  const bytes = calls.reduce((sum, call) => sum + call.bytes, 0);
  return `with ${formatCount(calls.length, 'upstream call')} that answered ${formatBytes(bytes)}.`;
}

function Savings({ saved }: Pick<Receipt, 'saved'>) {
  const entries = Object.entries(saved);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  return (
    <p className="astra-saved">
      The loaders saved {formatCount(total, 'read')}, which the operation had in its memory already:{' '}
      {entries.map(([what, count]) => `${count} × ${what}`).join(', ')}.
    </p>
  );
}

function UpstreamIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden="true">
      <path d="M3 5h8M7 12h9M13 19h8" />
    </svg>
  );
}
