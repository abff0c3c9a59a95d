import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { terminalLinks } from '../../src/cli/terminal-links.ts';
import { createEmptyReport, createReport } from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'codescene-pr-links-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(join(root, 'a.ts'), '');
mkdirSync(join(root, 'folder.ts'));
symlinkSync('/etc/hostname', join(root, 'link.ts'));

const terminal = { isTTY: true, write: () => true };
const kitty = { TERM: 'xterm-kitty' };

function linkOf(env: Record<string, string>, path = 'a.ts', stream: { isTTY?: boolean } = terminal) {
  return terminalLinks({ env }, { write: () => true, ...stream }, root).link?.(path, 12) ?? null;
}

describe('links', () => {
  it.each([
    ['kitty', kitty, true],
    ['VS Code', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.90.0' }, true],
    ['iTerm2', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.5.0' }, true],
    ['WezTerm', { TERM_PROGRAM: 'WezTerm' }, false],
    ['Windows Terminal', { WT_SESSION: 'f2' }, false],
    ['GNOME Terminal', { VTE_VERSION: '6003' }, false],
    ['Konsole', { KONSOLE_VERSION: '220401' }, false],
    ['tmux', { TMUX: '/tmp/t', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4' }, false],
  ] as [string, Record<string, string>, boolean][])(
    'lead to the file in %s, to the line where it reads one',
    (_name, env, hasLine) => {
      expect(linkOf(env)).toMatch(hasLine ? /^file:\/\/\/.*\/a\.ts#12$/ : /^file:\/\/\/.*\/a\.ts$/);
    },
  );

  it.each([
    ['an unknown terminal', { TERM: 'xterm-256color' }],
    ['a terminal that can do nothing', { TERM: 'dumb', TERM_PROGRAM: 'WezTerm' }],
    ['CI', { ...kitty, CI: 'true' }],
    ['another machine', { ...kitty, SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }],
    ['Windows around WSL', { WT_SESSION: 'f2', WSL_DISTRO_NAME: 'Debian' }],
    ['a VTE that crashes on them', { VTE_VERSION: '5000' }],
    ['an old iTerm2', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }],
    ['an old tmux in kitty', { ...kitty, TMUX: '/t', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a' }],
    ['screen', { ...kitty, STY: '1.pts' }],
    ['a terminal where FORCE_HYPERLINK=0', { ...kitty, FORCE_HYPERLINK: '0' }],
  ] as [string, Record<string, string>][])('are left out in %s', (_name, env) => {
    expect(linkOf(env)).toBeNull();
  });

  it('are left out in a pipe, unless FORCE_HYPERLINK asks for them', () => {
    expect(linkOf(kitty, 'a.ts', { isTTY: false })).toBeNull();
    expect(linkOf({ FORCE_HYPERLINK: '1' }, 'a.ts', { isTTY: false })).toMatch(/a\.ts$/);
  });

  it.each(['missing.ts', 'folder.ts', 'link.ts', 'a.ts/b.ts', 'a\u0000.ts', 'a\ud800.ts'])(
    'do not lead to %j, which is no file of the working tree',
    (path) => {
      expect(linkOf(kitty, path)).toBeNull();
    },
  );

  it('are printable ASCII that leads back to the file, whatever it is called', () => {
    const names = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom('\u001b', '\u0007', ';', '%', '#', '?', ' ', '\n', '\u202e'),
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        ),
        minLength: 1,
        maxLength: 20,
      })
      .filter((name) => !/[/\0\\]/.test(name) && !/\p{Cs}/u.test(name) && !/^\.+$/.test(name));
    fc.assert(
      fc.property(names, (name) => {
        writeFileSync(join(root, name), '');
        const address = linkOf({ ...kitty, TERM: 'foot' }, name);
        expect(address).toMatch(/^file:\/\/\/[\x21-\x3a\x3c-\x7e]+$/);
        expect(fileURLToPath(address ?? '')).toBe(join(root, name));
      }),
    );
  });
});

describe('a report with links', () => {
  const [file] = createReport().files;
  const report = createEmptyReport({ files: file ? [{ ...file, path: 'a.ts' }] : [] });
  const render = (link: (path: string) => string | null) =>
    renderers.terminal.render(report, { color: false, width: 80, link });

  it('links places and files, and looks the same', () => {
    const linked = render(() => 'file:///a.ts');
    expect(linked).toContain('\u001b]8;;file:///a.ts\u001b\\a.ts:31\u001b]8;;\u001b\\');
    const without = linked
      .replaceAll('\u001b]8;;file:///a.ts\u001b\\', '')
      .replaceAll('\u001b]8;;\u001b\\', '');
    expect(without).toBe(render(() => null));
  });

  it.each(['file:///a\u001b\\b', 'file:///a;b', 'file:///a b', ''])('takes no address like %j', (address) => {
    expect(render(() => address)).not.toContain('\u001b');
  });
});
