/** The calls of a receipt as bars on a time axis. */
import { Fragment } from 'react';
import type { ReceiptCall } from '../observability/receipt.ts';
import { labelOf } from './call-label.ts';
import { axisLengthMs, barOf, ticksOf } from './time-axis.ts';
import { formatBytes, formatCount, formatMs } from './units.ts';

export function Waterfall({ calls }: { readonly calls: readonly ReceiptCall[] }) {
  const lengthMs = axisLengthMs(calls);
  const ticks = ticksOf(lengthMs);
  return (
    <div className="astra-waterfall">
      <div className="astra-axis" aria-hidden="true">
        {ticks.map(({ left, label }) => (
          <span key={label} style={{ left: `${left}%` }}>
            {label}
          </span>
        ))}
      </div>
      <ol>
        {calls.map((call, index) => (
          // Calls have no identity but their index, which does not change.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Call key={index} call={call} lengthMs={lengthMs} ticks={ticks.map(({ left }) => left)} />
        ))}
      </ol>
    </div>
  );
}

interface CallProps {
  readonly call: ReceiptCall;
  readonly lengthMs: number;
  /** In percent. */
  readonly ticks: readonly number[];
}

function Call({ call, lengthMs, ticks }: CallProps) {
  const { left, width } = barOf(call, lengthMs);
  const { action, target } = labelOf(call);
  const facts = [
    call.keys === undefined ? undefined : formatCount(call.keys, 'key'),
    formatBytes(call.bytes),
    `${formatMs(call.durationMs)} from ${formatMs(call.startMs)}`,
  ];
  return (
    <li data-api={call.api}>
      <div className="astra-call">
        <span className="astra-api">{call.api}</span>
        <code>
          {action} <Route template={target} />
        </code>
        <span className={isFailure(call) ? 'astra-status astra-failure' : 'astra-status'}>
          {call.errorCode ?? call.status ?? 'no answer'}
        </span>
      </div>
      <div className="astra-lane">
        {ticks.map((tick) => (
          <i key={tick} style={{ left: `${tick}%` }} />
        ))}
        <b style={{ left: `${left}%`, width: `${width}%` }} />
      </div>
      <div className="astra-facts">{facts.filter((fact) => fact !== undefined).join(' · ')}</div>
    </li>
  );
}

/** Lines may break before each slash. */
function Route({ template }: { readonly template: string }) {
  return template.split(/(?=\/)/).map((segment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their index
    <Fragment key={index}>
      <wbr />
      {segment}
    </Fragment>
  ));
}

/** A 404 is no failure: it means that the object does not exist. */
function isFailure({ status, errorCode }: ReceiptCall): boolean {
  return status === undefined || errorCode !== undefined || (status >= 400 && status !== 404);
}
