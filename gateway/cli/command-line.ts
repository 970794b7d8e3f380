/** Parses the command line. */
import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import type { Command, Setting } from '../config/setting.ts';
import type { Flags } from '../config/setting-reader.ts';
import { settingsOf } from '../config/settings.ts';

export interface CommandUsage {
  /** The operands of the command; in brackets if they are optional, with an ellipsis if there may be several. */
  readonly operand?: string;
  readonly does: string;
}

export const COMMANDS: Readonly<Record<Command, CommandUsage>> = {
  serve: { does: 'serve GraphQL; without a configured upstream, from an emulator in the same process' },
  emulate: { does: 'serve the emulated upstream APIs alone' },
  export: { operand: '<keyspace>', does: "write a keyspace or namespace of the emulator's data to standard output" },
  import: {
    operand: '[<file>]',
    does: "load these lines from a file, or from standard input, into the emulator's data",
  },
  copy: { operand: '[<keyspace>…]', does: 'copy keyspaces, all by default, from one upstream to another' },
  relations: { operand: '<keyspace>', does: 'print edges that the tables of a keyspace suggest, to edit and serve' },
  infer: {
    operand: '<namespace> <collection>',
    does: 'print types for the typed graph that describe the documents of a collection',
  },
  schema: {
    operand: '[<keyspace>]',
    does: 'print the GraphQL schema: the universal one, or the typed one of a keyspace',
  },
};

export type CommandLine =
  | { readonly command: Command; readonly flags: Flags; readonly operands: readonly string[] }
  /** `about`: the command to explain; absent: all. */
  | { readonly command: 'help'; readonly about: Command | undefined }
  | { readonly command: 'version' };

/**
 * @param words - without the program's name
 * @throws ConfigError - when a command, option or operand is unknown or missing
 */
export function readCommandLine(words: readonly string[]): CommandLine {
  const [first, ...rest] = words;
  const isBare = first === undefined || first.startsWith('-');
  if (words.includes('--version') || words.includes('-v')) return { command: 'version' };
  const command = isBare ? undefined : toCommand(first);
  if (words.includes('--help') || words.includes('-h') || words.length === 0)
    return { command: 'help', about: command };
  if (command === undefined) throw new ConfigError(`${first} comes first, but a command must: ${commandNames('or')}.`);
  return { command, ...readWords(command, rest) };
}

function toCommand(word: string): Command {
  if (Object.hasOwn(COMMANDS, word)) return word as Command;
  throw new ConfigError(`${word} is no command: there are ${commandNames('and')}, and --help.`);
}

function commandNames(conjunction: string): string {
  const names = Object.keys(COMMANDS);
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1)}`;
}

function readWords(command: Command, words: readonly string[]): { flags: Flags; operands: readonly string[] } {
  const { operand: wanted } = COMMANDS[command];
  const flagged = settingsOf(command).flatMap(([, setting]) => (setting.flag === undefined ? [] : [setting]));
  const options = Object.fromEntries(flagged.map((setting) => [setting.flag, toOption(setting)]));
  const allowPositionals = wanted !== undefined;
  const { values, positionals } = parse(command, { args: [...words], options, strict: true, allowPositionals });
  const most = wanted?.includes('…') ? Number.POSITIVE_INFINITY : (wanted?.split(' ').length ?? 0);
  const extra = positionals[most];
  if (extra !== undefined) throw misused(command, `${extra} is one word too many`);
  if (wanted?.startsWith('<') && positionals.length < most)
    throw misused(command, `${command} needs ${wanted} behind it`);
  return { flags: values as Flags, operands: positionals };
}

function parse(command: Command, config: Parameters<typeof parseArgs>[0]) {
  try {
    return parseArgs(config);
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split(/\. |\n/);
    throw misused(command, sentence.replace(/\.$/, ''));
  }
}

function misused(command: Command, sentence: string): ConfigError {
  return new ConfigError(`${sentence}: see astra-graphql ${command} --help.`);
}

function toOption({ kind }: Setting): { type: 'boolean' | 'string'; multiple: boolean } {
  return { type: kind === 'switch' ? 'boolean' : 'string', multiple: kind === 'list' };
}
