/** GraphiQL with example tabs, one token for all tabs, and panels of its own: upstream calls, and a builder of operations. */
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { BUILDER_PANEL } from './builder/builder-panel.tsx';
import type { ExampleTab } from './example-tabs.ts';
import { fetcher } from './fetcher.ts';
import { QueryLines } from './query-lines.tsx';
import { surfaceStorage } from './storage.ts';
import { SurfaceMenu } from './surface-menu.tsx';
import { TokenField } from './token.tsx';
import { UPSTREAM_PANEL } from './upstream-panel.tsx';

/** A constant, because GraphiQL treats a new list or object as a change. */
const PLUGINS = [UPSTREAM_PANEL, BUILDER_PANEL, HISTORY_PLUGIN];

/** A phone has no room for a panel beside the operation and its answer; a tap opens it. */
const IS_NARROW = matchMedia('(max-width: 700px)').matches;

/** @param tabs - one list for as long as the page lives, for the same reason */
export function Explorer({ tabs }: { readonly tabs: ExampleTab[] }) {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      storage={surfaceStorage}
      {...(IS_NARROW ? {} : { visiblePlugin: UPSTREAM_PANEL })}
      defaultTabs={tabs}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <SurfaceMenu />
        <TokenField />
        <QueryLines />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
