/** Commands on a collection or a table: one form, and who runs it on either kind. */
import { COLLECTION_RUNS } from './collections/commands.ts';
import type { CollectionCommand } from './command/command.ts';
import { COLLECTION_FORMS } from './command/forms.ts';
import { TABLE_RUNS } from './tables/commands.ts';

export const COLLECTION_COMMANDS: Readonly<Record<string, CollectionCommand>> = Object.fromEntries(
  Object.entries(COLLECTION_FORMS).map(([name, form]) => {
    const [runOnCollection, runOnTable] = [COLLECTION_RUNS[name], TABLE_RUNS[name]];
    return [name, { ...form, ...(runOnCollection && { runOnCollection }), ...(runOnTable && { runOnTable }) }];
  }),
);
