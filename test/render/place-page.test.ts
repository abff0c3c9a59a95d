import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceExplanation } from '../../src/model/place.ts';
import { displayWidth } from '../../src/render/display-width.ts';
import { renderPlacePage } from '../../src/render/place-page.ts';
import { smells } from '../../src/smells/index.ts';
import { createPlace } from '../helpers/create-review.ts';

const render = (place: PlaceExplanation, width = 100) =>
  renderPlacePage(place, smells, { color: false, width });

describe('renderPlacePage', () => {
  it.each([
    ['costs 2.00 penalty points', 2, 0, 1],
    ['costs nothing by itself', 0, 0, 3],
    ['costs 1.00 penalty points', 0, 1, 1],
    ["costs 1.00 penalty points together with the file's other findings of this smell", 0, 1, 2],
    [
      "costs 0.90 penalty points, and 0.10 penalty points together with the file's other findings of this smell",
      0.9,
      0.1,
      2,
    ],
    ['costs 1.036 penalty points', 1.036, 0, 1],
    ['costs 1.00 penalty points', 0.9, 0.1, 1],
  ])('says "%s"', (says, penaltyPoints, sharedPoints, ofItsKind) => {
    const [first] = createPlace().findings;
    if (!first) throw new Error('The place has no finding.');
    const findings = [{ ...first, penaltyPoints, sharedPoints, ofItsKind }];
    const text = render(createPlace({ findings, fileFindings: [] }), 200);
    expect(text).toContain(`measured 5, limit 3; ${says}\n`);
  });

  it('gives the advice of a smell once, below all its findings', () => {
    const [first] = createPlace().findings;
    if (!first) throw new Error('The place has no finding.');
    const text = render(createPlace({ findings: [first, first], fileFindings: [] }));
    expect(text.match(/levels deep/g)).toHaveLength(2);
    expect(text.match(/What to do/g)).toHaveLength(1);
  });

  it('shows the line that is asked for with its neighbours, and how its function begins', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index + 1}\u001b`);
    const page = (line: number | null, functions = createPlace().functions) =>
      renderPlacePage(createPlace({ line, functions }), smells, {
        color: false,
        width: 100,
        code: () => lines,
      });
    expect(page(50)).toContain(
      '\n\n    42 │ line 42\\x1b\n    49 ⋮ line 49\\x1b\n  > 50 │ line 50\\x1b\n    51 │ line 51\\x1b\n\n',
    );
    expect(page(1, [])).toContain('\n\n  > 1 │ line 1\\x1b\n    2 │ line 2\\x1b\n\n');
    expect(page(60, [])).toContain('\n\n    59 │ line 59\\x1b\n  > 60 │ line 60\\x1b\n\n');
    expect(page(null)).not.toContain('│');
    expect(render(createPlace({ line: 50 }))).not.toContain('│');
  });

  it('says plainly where nothing is found', () => {
    const empty = { findings: [], fileFindings: [] };
    expect(render(createPlace(empty))).toMatch(
      /in Invoice\.settle, lines 42 to 72: .*\n(?:.+\n)*\nNothing is found here\.\n$/,
    );
    expect(render(createPlace({ ...empty, line: null }))).toContain('Nothing is found in its functions.');
    expect(render(createPlace({ ...empty, functions: [] }))).toContain('outside of every function');
  });

  it('says what is suppressed, and by which comment', () => {
    const [first] = createPlace().findings;
    if (!first) throw new Error('The place has no finding.');
    const suppressed = [{ finding: { ...first.finding, function: 'Invoice.settle' }, commentLine: 41 }];
    const text = render(createPlace({ findings: [], fileFindings: [], suppressed }));
    expect(text).toContain('\nNothing is found here but what comments suppress.\n');
    expect(text).toMatch(/\nSuppressed\n {2}· deep-nested-complexity: .* levels deep .*\n/);
    expect(text).toMatch(/\n {4}lines? \d+.*: suppressed by the comment in line 41; costs nothing\n$/);
    const ofFile = [{ finding: { ...first.finding, function: null }, commentLine: 1 }];
    expect(render(createPlace({ findings: [], suppressed: ofFile }))).toContain('Nothing is found here.\n');
  });

  it.each([60, 80, 100])('keeps to %i columns', (width) => {
    const suppressed = createPlace().findings.map(({ finding }) => ({ finding, commentLine: 41 }));
    const lines = render(createPlace({ suppressed }), width).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it('leaves nothing invisible in its output', () => {
    const invisible = fc.constantFrom('\u0000', '\u001b[2J', '\n', '\u202e', '\u009b', '\ud800', 'a');
    fc.assert(
      fc.property(
        fc.array(invisible, { maxLength: 8 }).map((parts) => parts.join('')),
        (text) => {
          const place = createPlace();
          const [first] = place.findings;
          if (!first) throw new Error('The place has no finding.');
          const output = render({
            ...place,
            path: text,
            source: text,
            excludedBy: text,
            profile: { name: text, origin: text },
            functions: place.functions.map((fn) => ({ ...fn, name: text })),
            findings: [{ ...first, finding: { ...first.finding, function: text, message: text } }],
          });
          expect(output.replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
        },
      ),
    );
  });
});
