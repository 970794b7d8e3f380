/** The configuration of `copy`, and of each of its sides. */
import { ConfigError, collectErrors } from './config-error.ts';
import { createSettingReader, type Environment, type Flags, type SettingReader } from './setting-reader.ts';
import type { SettingName } from './settings.ts';
import { readUpstreamChoice, type UpstreamChoice } from './upstream-config.ts';

export interface CopyConfig {
  readonly from: SidePlace;
  readonly to: SidePlace;
  readonly isDryRun: boolean;
  readonly isResuming: boolean;
  readonly stateFile: string;
  readonly reportFile: string;
  readonly quiet: boolean;
}

/** Where the settings of a side are. */
export interface SidePlace {
  /** What the operator calls it, such as `--from`. */
  readonly label: string;
  /** A file, or the URL of an emulator. */
  readonly place: string;
  readonly api: 'data' | 'stargate' | undefined;
}

export interface SideConfig {
  readonly upstream: Exclude<UpstreamChoice, { kind: 'embedded' }>;
  readonly credentials: { readonly token: string } | { readonly user: string; readonly password: string };
}

/** @throws ConfigError - with all problems of the settings */
export function readCopyConfig(flags: Flags, environment: Environment): CopyConfig {
  const reader = createSettingReader('copy', flags, environment);
  const { plain, ...config } = collectErrors({
    given: () => reader.checkAll(),
    from: () => readPlace(reader, 'copyFrom', 'copyFromApi'),
    to: () => readPlace(reader, 'copyTo', 'copyToApi'),
    plain: () => reader.values(['copyDryRun', 'copyResume', 'copyState', 'copyReport', 'quiet']),
  });
  const { copyDryRun: isDryRun, copyResume: isResuming, copyState: stateFile, copyReport: reportFile, quiet } = plain;
  if (isDryRun && isResuming) {
    reader.refuse('copyResume', `${reader.label('copyDryRun')} writes nothing that could go on: give one of the two`);
  }
  return { from: config.from, to: config.to, isDryRun, isResuming, stateFile, reportFile, quiet };
}

function readPlace(reader: SettingReader, name: 'copyFrom' | 'copyTo', api: 'copyFromApi' | 'copyToApi'): SidePlace {
  const place = reader.value(name);
  if (place !== undefined) return { label: reader.label(name), place, api: reader.value(api) };
  const flag = name === 'copyFrom' ? '--from' : '--to';
  throw new ConfigError(
    `copy needs ${flag} and a file of settings or the URL of an emulator: see astra-graphql copy --help.`,
  );
}

/**
 * @param settings - of the file
 * @param place - names it in messages
 * @throws ConfigError
 */
export function readSide(settings: Environment, place: string): SideConfig {
  const reader = createSettingReader('copy', {}, settings);
  try {
    const { upstream } = collectErrors({
      names: () => checkNames(reader),
      upstream: () => readUpstreamChoice(reader),
    });
    if (upstream.kind === 'embedded') {
      throw new ConfigError(
        `no upstream is named: set ${reader.label('apiEndpoint')} for Astra, ${reader.label('stargateRestUrl')} and its like for a Stargate.`,
      );
    }
    return { upstream, credentials: readCredentials(reader, upstream) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(...error.problems.map((problem) => `${place}: ${problem}`));
  }
}

/** What is set in the file must be something that a side has, and not what stands on the command line. */
function checkNames(reader: SettingReader): void {
  reader.checkAll();
  const names: readonly SettingName[] = ['copyFrom', 'copyTo', 'copyDryRun', 'copyResume', 'copyState', 'copyReport'];
  const misplaced = names.find((name) => reader.isGiven(name));
  if (misplaced) reader.refuse(misplaced, 'it belongs on the command line');
}

function readCredentials(reader: SettingReader, upstream: SideConfig['upstream']): SideConfig['credentials'] {
  const {
    copyToken: token,
    copyUser: user,
    copyPassword: password,
  } = reader.values(['copyToken', 'copyUser', 'copyPassword']);
  if (upstream.kind === 'astra') {
    const own = token ?? upstream.applicationToken;
    if (own !== undefined) return { token: own };
    throw new ConfigError(`there is no token: set ${reader.label('applicationToken')}.`);
  }
  if (token !== undefined) return { token };
  if (user !== undefined && password !== undefined) return { user, password };
  throw new ConfigError(
    `there is nothing to sign in with: set ${reader.label('copyToken')}, or ${reader.label('copyUser')} and ${reader.label('copyPassword')}.`,
  );
}
