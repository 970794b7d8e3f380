/** A plugin of GraphQL Code Generator: the SDL files of a folder as a module, which bundlers take along. */
import { readdirSync, readFileSync } from 'node:fs';

const EXTENSION = '.graphql';

/** @param config - `folders`, from the root of the project. @returns the source of the module: the text of each file, in order */
export function plugin(_schema, _documents, { folders }) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(EXTENSION))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  const texts = files.map((file) => `  // ${file}\n  \`${escaped(readFileSync(file, 'utf8'))}\`,\n`);
  return `/** Written by "npm run codegen" from the SDL files. */\nexport const SDL: readonly string[] = [\n${texts.join('')}];\n`;
}

/** For a template literal. */
function escaped(text) {
  return text.replace(/[\\`]|\$\{/g, '\\$&');
}
