/** The text of `--help`, from the table of settings. */

import type { Command, Setting } from '../config/setting.ts';
import { settingsOf } from '../config/settings.ts';
import { COMMANDS } from './command-line.ts';

export function helpText(about?: Command): string {
  return about ? commandHelp(about) : overview();
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { operand = '', does }]) => `  ${`${name} ${operand}`.padEnd(32)}${does}`,
  );
  return `Usage: astra-graphql <command> [options]\n\n${lines.join('\n')}\n\nastra-graphql <command> --help tells the options; --version the version.\n`;
}

function commandHelp(command: Command): string {
  const settings = settingsOf(command).map(([, setting]) => setting);
  const options = settings.filter(({ flag }) => flag !== undefined);
  const variables = settings.filter(({ flag }) => flag === undefined);
  return (
    `Usage: astra-graphql ${[command, COMMANDS[command].operand, '[options]'].filter(Boolean).join(' ')}\n\n` +
    `Options, each with its environment variable:\n` +
    options.map((setting) => `  ${optionText(setting).padEnd(20)} ${describe(setting)} [${setting.env}]\n`).join('') +
    `${'  --help'.padEnd(23)}Show this\n${'  --version'.padEnd(23)}Show the version\n` +
    (variables.length > 0 ? `\n${command === 'copy' ? IN_FILES : 'Environment variables alone:'}\n` : '') +
    variables.map((setting) => `  ${setting.env}\n      ${describe(setting)}\n`).join('')
  );
}

const IN_FILES =
  'In the files of settings, beside those of an upstream that serve --help tells, ASTRA_DB_APPLICATION_TOKEN among them:';

function optionText({ flag, kind }: Setting): string {
  return `--${flag}${kind === 'switch' ? '' : kind === 'integer' ? ' N' : kind === 'list' ? ' LIST' : ' TEXT'}`;
}

function describe({ description, default: byDefault, inProduction, kind }: Setting): string {
  const isWorthSaying = byDefault !== undefined && !(kind === 'switch' && byDefault === 'false');
  const otherwise = inProduction === undefined ? '' : `, in production ${inProduction}`;
  return isWorthSaying ? `${description} (default ${byDefault}${otherwise})` : description;
}
