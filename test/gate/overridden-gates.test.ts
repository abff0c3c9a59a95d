import { describe, expect, it } from 'vitest';
import { evaluateGates } from '../../src/gate/index.ts';
import { type GateName, gateNames } from '../../src/model/profile.ts';
import type { FileReport } from '../../src/model/report.ts';
import { resolveText } from '../config/create-files.ts';
import { createFile, createFinding } from './create-file-report.ts';

/** For each gate: how it is written with settings, and what violates it at those settings and not at milder ones. */
interface Case {
  readonly on: string;
  readonly strict: string;
  readonly mild: string;
  readonly violation: Partial<FileReport>;
}

const advisory = createFinding({ severity: 'advisory', smell: 'large-method' });

const cases: Readonly<Record<GateName, Case>> = {
  'hotspot-decline': {
    on: 'on',
    strict: '{ max-decline: 0.4 }',
    mild: '{ max-decline: 0.5 }',
    violation: { hotspot: true, oldScore: 9, newScore: 8.5 },
  },
  'code-health-decline': {
    on: 'on',
    strict: '{ max-decline: 0.4 }',
    mild: '{ max-decline: 0.5 }',
    violation: { oldScore: 9, newScore: 8.5 },
  },
  'new-code-health': {
    on: 'on',
    strict: '{ min-score: 8.6 }',
    mild: '{ min-score: 8.5 }',
    violation: { change: 'added', oldScore: null, newScore: 8.5 },
  },
  'critical-rules': {
    on: 'on',
    strict: '[bumpy-road-ahead]',
    mild: '[brain-method]',
    violation: { findings: [createFinding()] },
  },
  'advisory-rules': {
    on: 'on',
    strict: '[Large Method]',
    mild: '[complex-method]',
    violation: { findings: [advisory] },
  },
  'refactoring-goals': {
    on: 'on',
    strict: 'true',
    mild: 'off',
    violation: { oldScore: 9, newScore: 8.99 },
  },
  'supervise-goals': {
    on: 'on',
    strict: 'true',
    mild: 'off',
    violation: { oldScore: 9, newScore: 8.99 },
  },
  coverage: { on: 'on', strict: 'on', mild: 'off', violation: {} },
};

const goals = [
  'goals:',
  '  - { files: "**/refactor.ts", goal: refactor }',
  '  - { files: "**/supervise.ts", goal: supervise }',
].join('\n');

const allOff = `gates: { ${gateNames.map((gate) => `${gate}: off`).join(', ')} }`;

/** Which paths violate a gate, of one file below `legacy/` and one below `src/`. */
async function violatingPaths(gate: GateName, profile: string): Promise<readonly string[]> {
  const name = gate === 'supervise-goals' ? 'supervise.ts' : 'refactor.ts';
  const files = ['legacy', 'src'].map((folder) =>
    createFile({ ...cases[gate].violation, path: `${folder}/${name}` }),
  );
  const result = evaluateGates({ files, profile: await resolveText(`${profile}\n${goals}\n`) });
  const { conditions = [] } = result.find((each) => each.gate === gate) ?? {};
  return conditions.map(({ path }) => path.split('/')[0] ?? '');
}

const override = (gate: GateName, value: string) =>
  `overrides: [{ files: "legacy/**", gates: { ${gate}: ${value} } }]`;

/** Coverage judges no file without coverage data, and has tests of its own. */
const judging = gateNames.filter((gate) => gate !== 'coverage');

describe.each(judging)('an override of %s', (gate) => {
  const { on, strict, mild } = cases[gate];

  it('switches it on for its files alone', async () => {
    expect(await violatingPaths(gate, `${allOff}\n${override(gate, on)}`)).toEqual(['legacy']);
  });

  it('switches it off for its files alone', async () => {
    const general = allOff.replace(`${gate}: off`, `${gate}: on`);
    expect(await violatingPaths(gate, `${general}\n${override(gate, 'off')}`)).toEqual(['src']);
  });

  it('gives it other settings for its files alone', async () => {
    const stricter = allOff.replace(`${gate}: off`, `${gate}: ${mild}`);
    expect(await violatingPaths(gate, `${stricter}\n${override(gate, strict)}`)).toEqual(['legacy']);
    const milder = allOff.replace(`${gate}: off`, `${gate}: ${strict}`);
    expect(await violatingPaths(gate, `${milder}\n${override(gate, mild)}`)).toEqual(['src']);
  });

  it('does not depend on the order of the gates in it', async () => {
    const others = judging.filter((other) => other !== gate).map((other) => `${other}: off`);
    for (const listed of [
      [...others, `${gate}: ${on}`],
      [`${gate}: ${on}`, ...others],
    ]) {
      const profile = `${allOff}\noverrides: [{ files: "legacy/**", gates: { ${listed.join(', ')} } }]`;
      expect(await violatingPaths(gate, profile)).toEqual(['legacy']);
    }
  });
});
