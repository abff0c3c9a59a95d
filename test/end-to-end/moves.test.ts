import { describe, expect, it } from 'vitest';
import { createRepository } from '../helpers/create-repository.ts';
import { checkAsJson, runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

/** A branch on which the functions of a long file went to other files. */
function createRefactoring() {
  const project = createRepository();
  project.commit('start', {
    'src/all.ts': complex(12, 'settle') + nested(4, 'search') + healthy(),
    'src/pay.ts': healthy('pay'),
  });
  project.checkout('work');
  project.write({
    'src/all.ts': healthy(),
    'src/pay.ts': healthy('pay') + complex(12, 'settle'),
    'src/search.ts': nested(4, 'search'),
  });
  return project;
}

describe('a change that moves functions between files', () => {
  it('violates no rule gate, and says in both files what moved', async () => {
    const { report } = await checkAsJson(['--profile', 'clean-code-collective'], {
      cwd: createRefactoring().root,
    });
    expect(report.summary.findings).toEqual({ introduced: 0, degraded: 0, improved: 0, fixed: 0 });
    expect(report.files.map(({ path, moved }) => [path, moved.map(({ function: name }) => name)])).toEqual([
      ['src/all.ts', ['settle', 'search']],
      ['src/pay.ts', ['settle']],
      ['src/search.ts', ['search']],
    ]);
    const status = Object.fromEntries(report.gates.map((gate) => [gate.gate, gate.status]));
    expect(status).toMatchObject({ 'critical-rules': 'passed', 'advisory-rules': 'passed' });
  });

  it('explains a score that falls by what came in', async () => {
    const { report } = await checkAsJson(['--profile', 'clean-code-collective'], {
      cwd: createRefactoring().root,
    });
    const decline = report.gates.find(({ gate }) => gate === 'code-health-decline');
    expect(decline?.conditions.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'src/pay.ts: Code Health declines from 10.00 to 9.66, by 0.34; no decline is allowed. Moved here with findings: settle from src/all.ts.',
    ]);
  });

  it('shows the moves at the terminal', async () => {
    const { stdout } = await runCli(['check', '--no-color'], { cwd: createRefactoring().root });
    expect(stdout).toContain('settle went to src/pay.ts, with complex-method');
    expect(stdout).toContain('search came from src/all.ts, with deep-nested-complexity');
  });
});
