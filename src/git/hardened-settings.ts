import { GitError } from '../errors.ts';
import { quoted } from './describe-output.ts';

/**
 * Settings that hold for every git process whatever the clone's configuration says: nothing that a
 * configuration file can name is executed. `core.alternateRefsCommand` is the shell's no-op, because an
 * empty value would be run as a command; an empty `credential.helper` clears the list of helpers.
 */
export function hardenedSettings(root: string): readonly string[] {
  const settings = [
    `safe.directory=${root}`,
    'safe.bareRepository=explicit',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.alternateRefsCommand=:',
    'core.sshCommand=ssh -oBatchMode=yes',
    'core.splitIndex=false',
    'credential.helper=',
    'diff.external=',
    'diff.autoRefreshIndex=true',
    'diff.orderFile=/dev/null',
    'gc.auto=0',
    'http.lowSpeedLimit=1000',
    'http.lowSpeedTime=60',
    'maintenance.auto=false',
    'protocol.ext.allow=never',
    'submodule.recurse=false',
  ];
  return ['--no-pager', ...settings.flatMap((setting) => ['-c', setting])];
}

const driverKey = /^(filter|hook)\.(.+)\.[^.]+$/s;

const switchedOff: Readonly<Record<string, readonly string[]>> = {
  filter: ['clean=', 'smudge=', 'process=', 'required=false'],
  hook: ['enabled=false'],
};

function switchOff(section: string, name: string): readonly string[] {
  if (/[=\n\uFFFD]/.test(name)) {
    throw new GitError(
      `The ${section} ${quoted(name)} of this clone's git configuration cannot be switched off.`,
      {
        reason:
          'codescene-pr runs no program that a configuration names, and git takes no such name on its command line.',
        hint: `Remove the ${section} from the configuration: git config --list --show-origin shows the file.`,
      },
    );
  }
  const settings = switchedOff[section] ?? [];
  return settings.flatMap((setting) => ['-c', `${section}.${name}.${setting}`]);
}

/**
 * Switches off the filter drivers (clean, smudge, process) and configured hooks (git 2.54 and later)
 * that the configuration defines. git has no setting for all of them at once, so each is named.
 *
 * @param keys names of settings as `git config` prints them; those of other sections are left out
 * @throws GitError where a name cannot be given on git's command line
 */
export function switchOffDrivers(keys: readonly string[]): readonly string[] {
  const drivers = new Map<string, readonly string[]>();
  for (const key of keys) {
    const [, section, name] = driverKey.exec(key) ?? [];
    if (section !== undefined && name !== undefined)
      drivers.set(`${section}.${name}`, switchOff(section, name));
  }
  return [...drivers.values()].flat();
}
