/** What the operator typed. */
import { parseArgs } from 'node:util';
import { ConfigError } from './config-error.ts';
import type { Flags } from './settings/reader.ts';
import type { Command, Setting } from './settings/setting.ts';
import { settingsOf } from './settings/settings.ts';

export type CommandLine =
  | { readonly command: Command; readonly flags: Flags }
  /** `about`: help for one command, or for all. */
  | { readonly command: 'help'; readonly about: Command | undefined }
  | { readonly command: 'version' };

/**
 * @param words - without the program's name
 * @throws ConfigError - when a word is not one of ours
 */
export function readCommandLine(words: readonly string[]): CommandLine {
  const [first, ...rest] = words;
  const isBare = first === undefined || first.startsWith('-');
  if (words.includes('--version') || words.includes('-v')) return { command: 'version' };
  const command = isBare ? undefined : toCommand(first);
  if (words.includes('--help') || words.includes('-h') || words.length === 0)
    return { command: 'help', about: command };
  if (command === undefined) throw new ConfigError(`${first} comes first, but a command must: serve or emulate.`);
  return { command, flags: readFlags(command, rest) };
}

function toCommand(word: string): Command {
  if (word === 'serve' || word === 'emulate') return word;
  throw new ConfigError(`${word} is no command: there are serve and emulate, and --help.`);
}

function readFlags(command: Command, words: readonly string[]): Flags {
  const flagged = settingsOf(command).flatMap(([, setting]) => (setting.flag === undefined ? [] : [setting]));
  const options = Object.fromEntries(flagged.map((setting) => [setting.flag, toOption(setting)]));
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values as Flags;
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\. |\n/);
    throw new ConfigError(`${sentence?.replace(/\.$/, '')}: see astra-graphql ${command} --help.`);
  }
}

function toOption({ kind }: Setting): { type: 'boolean' | 'string' } {
  return { type: kind === 'switch' ? 'boolean' : 'string' };
}
