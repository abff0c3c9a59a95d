import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createRepository, type Files } from '../helpers/create-repository.ts';
import { busy, changesOf, movesOf } from '../helpers/report-change.ts';
import { checkAsJson, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

/** A real repository with a commit on `main`, and one on top of it on the branch that is checked out. */
function createChange(start: Files, change: Files): string {
  const repository = createRepository();
  repository.commit('start', start);
  repository.checkout('work');
  repository.commit('change', change);
  return repository.root;
}

const strict = ['--profile', 'clean-code-collective'];

const statuses = (gates: readonly { readonly gate: string; readonly status: string }[]) =>
  Object.fromEntries(gates.map(({ gate, status }) => [gate, status]));

describe('a function that moves between two changed files', () => {
  const cwd = () =>
    createChange(
      { 'src/a.ts': healthy() + nested(5, 'dig'), 'src/b.ts': healthy('other') },
      { 'src/a.ts': healthy(), 'src/b.ts': healthy('other') + nested(5, 'dig') },
    );

  it('violates no gate, though the score of the file falls by it', async () => {
    const { exitCode, report } = await checkAsJson(strict, { cwd: cwd() });
    expect(exitCode).toBe(0);
    expect(changesOf(report.files)).toEqual([]);
    expect(statuses(report.gates)).toMatchObject({
      'critical-rules': 'passed',
      'advisory-rules': 'passed',
      'code-health-decline': 'passed',
    });
    const into = report.files.find(({ path: file }) => file === 'src/b.ts');
    expect(into?.oldScore).toBe(10);
    expect(into?.newScore).toBeLessThan(10);
    expect(into?.oldScoreWithMoves).toBe(into?.newScore);
  });

  it('is said in both files on the terminal', async () => {
    const { stdout } = await runCli(['check', '--no-color'], { cwd: cwd() });
    const lines = stdout.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' '));
    expect(lines).toContainEqual(expect.stringMatching(/^· moved src\/a\.ts:4 .*dig went to src\/b\.ts/));
    expect(lines).toContainEqual(expect.stringMatching(/^· moved src\/b\.ts:4 .*dig came from src\/a\.ts/));
    expect(stdout).not.toMatch(/✗ new|✓ fixed/);
  });

  it('stands in the result file as its JSON Schema has it', async () => {
    const root = cwd();
    const output = path.join(root, '..', 'result.json');
    await runCli(['check', '--output', `json=${output}`], { cwd: root });
    const result = JSON.parse(readFileSync(output, 'utf8'));
    const { stdout } = await runCli(['schema', 'result'], { cwd: root });
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(stdout));
    validate(result);
    expect(validate.errors).toBeNull();
    expect(movesOf(result.files)).toEqual([
      expect.stringContaining('src/a.ts:4 dig out src/b.ts dig'),
      expect.stringContaining('src/b.ts:4 dig in src/a.ts dig'),
    ]);
  });
});

describe('what git does not follow', () => {
  it('is a file that is renamed and rewritten: its functions are followed all the same', async () => {
    const cwd = createChange(
      { 'src/old.ts': busy(12, 'settle') + busy(3, 'one') + busy(4, 'two') + busy(5, 'three') },
      {
        'src/old.ts': null,
        'src/new.ts': busy(12, 'settle') + busy(8, 'four') + busy(7, 'five') + busy(8, 'six'),
      },
    );
    const { exitCode, report } = await checkAsJson([], { cwd });
    expect(report.files.map(({ path: file, change }) => `${file} ${change}`)).toEqual([
      'src/new.ts added',
      'src/old.ts deleted',
    ]);
    expect(changesOf(report.files)).toEqual([]);
    expect(movesOf(report.files)).toContain('src/new.ts:1 settle in src/old.ts settle complex-method');
    expect(exitCode).toBe(0);
  });

  it('is a class cut into two files', async () => {
    const method = (name: string) => busy(12, name).replace('export function ', '  ').trimEnd();
    const classOf = (name: string, ...methods: string[]) =>
      `export class ${name} {\n${methods.map(method).join('\n')}\n}\n`;
    const cwd = createChange(
      { 'src/order.ts': classOf('Order', 'pay', 'ship', 'send') },
      { 'src/order.ts': classOf('Order', 'pay'), 'src/shipping.ts': classOf('Shipping', 'send', 'ship') },
    );
    const { exitCode, report } = await checkAsJson(strict, { cwd });
    expect(changesOf(report.files)).toEqual([]);
    expect(movesOf(report.files).filter((move) => move.includes(' in '))).toEqual([
      'src/shipping.ts:2 Shipping.send in src/order.ts Order.send complex-method',
      'src/shipping.ts:15 Shipping.ship in src/order.ts Order.ship complex-method',
    ]);
    expect(exitCode).toBe(0);
  });
});

describe('a function that is cut', () => {
  const lines = busy(31, 'settle').trimEnd().split('\n');
  const rest = (name: string) => `export function ${name}(n: number) {\n${lines.slice(16).join('\n')}\n`;

  it('into two got better in both', async () => {
    const cwd = createChange(
      { 'src/a.ts': busy(31, 'settle') },
      { 'src/a.ts': `${lines.slice(0, 16).join('\n')}\n  finish(n);\n}\n${rest('finish')}` },
    );
    const { report } = await checkAsJson(strict, { cwd });
    expect(changesOf(report.files)).toEqual([
      'src/a.ts: improved complex-method settle 31 -> 16',
      'src/a.ts: improved complex-method finish 31 -> 16',
    ]);
    expect(report.files[0]?.findings[1]?.message).toContain('split from settle');
    expect(statuses(report.gates)).toMatchObject({ 'critical-rules': 'passed', 'advisory-rules': 'passed' });
  });

  it('is not cut where its lines are copied: the copy is new', async () => {
    const cwd = createChange(
      { 'src/a.ts': busy(31, 'settle') },
      { 'src/a.ts': busy(31, 'settle') + rest('finish') },
    );
    const { exitCode, report } = await checkAsJson(strict, { cwd });
    expect(changesOf(report.files)).toContain('src/a.ts: introduced complex-method finish null -> 16');
    expect(exitCode).toBe(1);
  });
});

describe('a change of looks alone', () => {
  const functions = [busy(12, 'settle'), nested(4, 'dig'), healthy()];
  const classes = [
    'class A {\n  one(n: number) { if (n) { if (n > 1) { if (n > 2) { if (n > 3) go(); } } } }\n  two() { return 1; }\n}\n',
    'class B {\n  one(n: number) { return n; }\n}\n',
  ];

  it.each([
    [
      'formatting',
      (text: string) =>
        `// Settles.\r\n${text.replaceAll('\n', '\r\n').replaceAll(/^ +/gm, '\t').replaceAll(';', '')}`,
    ],
    ['order', () => [...classes].reverse().join('') + [...functions].reverse().join('')],
  ])('fails no gate and finds nothing: %s', async (_, change) => {
    const start = functions.join('') + classes.join('');
    const cwd = createChange({ 'src/a.ts': start }, { 'src/a.ts': change(start) });
    const { exitCode, report } = await checkAsJson(strict, { cwd });
    expect(changesOf(report.files)).toEqual([]);
    expect(report.files[0]?.unchanged.length).toBeGreaterThan(2);
    expect(report.files[0]?.oldScore).toBe(report.files[0]?.newScore);
    expect(exitCode).toBe(0);
  });
});
