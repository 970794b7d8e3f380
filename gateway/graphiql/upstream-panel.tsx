/** The panel "Upstream": the cost of the last operation, with a bar on a time axis for each upstream call. */
import type { GraphiQL } from 'graphiql';
import type { ComponentProps } from 'react';
import type { Receipt } from '../observability/receipt.ts';
import { type LastOperation, lastOperation } from './fetcher.ts';
import { useStore } from './store.ts';
import { formatBytes, formatCount, formatMs } from './units.ts';
import { Waterfall } from './waterfall.tsx';

type Plugin = NonNullable<ComponentProps<typeof GraphiQL>['plugins']>[number];

export const UPSTREAM_PANEL: Plugin = { title: 'Upstream', icon: UpstreamIcon, content: UpstreamPanel };

function UpstreamPanel() {
  const operation = useStore(lastOperation);
  return (
    <section className="astra-upstream">
      <h2>Upstream</h2>
      {operation ? <Cost {...operation} /> : <p>Run an operation to see which upstream calls it makes, and when.</p>}
    </section>
  );
}

function Cost({ name, elapsedMs, outcome }: LastOperation) {
  const operation = name ?? 'The operation';
  switch (outcome.kind) {
    case 'refused':
      return (
        <>
          <p>{operation} was refused before anything was asked upstream.</p>
          {outcome.reason && <p className="astra-hint">{outcome.reason}</p>}
        </>
      );
    case 'unanswered':
      return (
        <p>
          {operation} has no answer. {outcome.reason}
        </p>
      );
    case 'without-receipt':
      return (
        <p>
          The answer has no receipt. Set <code>ASTRA_GRAPHQL_RECEIPT=true</code> to allow receipts.
        </p>
      );
    case 'executed':
      return (
        <>
          <p>
            {operation} took {formatMs(elapsedMs)}, {formatMs(outcome.receipt.durationMs)} of it in the gateway,{' '}
            {toTotals(outcome.receipt)}
          </p>
          <Calls {...outcome.receipt} />
        </>
      );
  }
}

/** What to change comes first: the calls can be many. */
function Calls({ calls, saved, hints }: Receipt) {
  return (
    <>
      {hints.map(({ route, calls, fields, message }) => (
        <p key={route + message} className="astra-hint">
          <strong>{formatCount(calls, 'call')}</strong> for {fields.join(', ') || route}. {message}
        </p>
      ))}
      {calls.length > 0 && <Waterfall calls={calls} />}
      <Savings saved={saved} />
    </>
  );
}

function toTotals({ totals }: Receipt): string {
  if (totals.calls === 0) return 'and made no upstream call.';
  return `with ${formatCount(totals.calls, 'upstream call')} that answered ${formatBytes(totals.bytes)}.`;
}

function Savings({ saved }: Pick<Receipt, 'saved'>) {
  const entries = Object.entries(saved);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  return (
    <p className="astra-saved">
      The loaders saved {formatCount(total, 'read')}, which the operation had in memory:{' '}
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
