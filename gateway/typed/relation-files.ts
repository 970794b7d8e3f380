/** Reads the files in which an operator declares edges. */
import { readRelations, type SdlFile } from '../../schema/relations/read-relations.ts';
import type { RelationProblem, Relations } from '../../schema/relations/relation.ts';
import { ConfigError } from '../config/config-error.ts';
import { openFiles } from '../shared/platform-files.ts';

/**
 * @param paths - of files, and of folders of `.graphql` files
 * @throws ConfigError - when one cannot be read or understood: each problem names file, line and cure
 */
export function openRelations(paths: readonly string[]): Relations {
  const { relations, problems } = readRelations(paths.flatMap(readPath));
  if (problems.length > 0) throw new ConfigError(...problems.map(toText));
  return relations;
}

/** What is served: that of the files, which are read already, or that of the sample data where none are named. */
export function withSampleRelations(
  given: Relations,
  { relationFiles }: { readonly relationFiles: readonly string[] },
  sample: string | undefined,
): Relations {
  return relationFiles.length > 0 || sample === undefined ? given : openRelations([sample]);
}

export function toText({ file, line, message }: RelationProblem): string {
  return `${file}:${line}: ${message}`;
}

function readPath(path: string): readonly SdlFile[] {
  try {
    const { statSync, readdirSync, readFileSync } = openFiles();
    const inFolder = () =>
      readdirSync(path)
        .filter((name) => EXTENSION.test(name))
        .sort()
        .map((name) => `${path}/${name}`);
    const names = statSync(path).isDirectory() ? inFolder() : [path];
    return names.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : error;
    throw new ConfigError(`The relations at ${path} cannot be read: ${reason}. Name a file, or a folder of them.`);
  }
}

const EXTENSION = /\.(graphql|gql)$/;
