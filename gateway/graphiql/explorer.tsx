/** GraphiQL with example tabs, one token for all tabs, and the panel of upstream calls. */
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { EXAMPLE_TABS } from './example-tabs.ts';
import { fetcher } from './fetcher.ts';
import { TokenField } from './token.tsx';
import { UPSTREAM_PANEL } from './upstream-panel.tsx';

/** Constants, because GraphiQL treats a new list or object as a change. */
const PLUGINS = [UPSTREAM_PANEL, HISTORY_PLUGIN];
const TABS = [...EXAMPLE_TABS];

export function Explorer() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      visiblePlugin={UPSTREAM_PANEL}
      defaultTabs={TABS}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <TokenField />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
