import { describe, expect, it } from 'vitest';
import type { MovedFunction } from '../../src/model/report.ts';
import { createFile, judgeOne } from './create-file-report.ts';

const arrival = (name: string, direction: MovedFunction['direction'] = 'in'): MovedFunction => {
  return { function: name, line: 1, direction, otherPath: 'b.ts', otherFunction: name, smells: ['x'] };
};

/** What the condition on a file says of these moves. */
function said(...moved: readonly MovedFunction[]): string | undefined {
  const file = createFile({ oldScore: 9, newScore: 8, moved });
  const [condition] = judgeOne('code-health-decline', { maxDecline: 0 }, { files: [file] }).conditions;
  return condition?.message.replace(/^.*no decline is allowed\./, '');
}

describe('a condition on the score of a file that functions moved into', () => {
  it('names up to three of them and counts the rest', () => {
    const named = ' Moved here with findings: f from b.ts, g from b.ts, h from b.ts';
    expect(said(...['f', 'g', 'h'].map((name) => arrival(name)))).toBe(`${named}.`);
    expect(said(...['f', 'g', 'h', 'i', 'j'].map((name) => arrival(name)))).toBe(`${named}, and 2 more.`);
  });

  it('does not name those that left it', () => {
    expect(said(arrival('f', 'out'))).toBe('');
    expect(said(arrival('f', 'out'), arrival('g'))).toBe(' Moved here with findings: g from b.ts.');
  });
});
