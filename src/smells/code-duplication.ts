import type { FileMetrics } from '../model/metrics.ts';
import { defineFileSmell } from './define-smell.ts';
import { cutToHundredths } from './file-averages.ts';

export const codeDuplication = defineFileSmell({
  id: 'code-duplication',
  name: 'Code Duplication',
  severity: 'advisory',
  level: 'function',
  summary: 'A function is nearly the same as another one in its file.',
  why: 'What is changed in one copy has to be changed in the other, and nothing reminds you of it. A mistake that is mended in one place lives on in the other, and readers have to compare to see the difference.',
  fix: 'Where the copies change together, move what they share into one function and pass it what differs. Leave them apart where they only look alike and stand for different things.',
  limits: {
    maxSimilarity: {
      default: 83.99,
      unit: 'percent',
      description:
        'Highest allowed likeness of two functions, cut to 2 decimals: a finding from 84. It is the share of their tokens that stand in both in the same order. Our measure, for that of CodeScene is not public; below 75 nothing is measured.',
    },
    minLinesOfCode: {
      default: 20,
      unit: 'lines',
      description:
        'Fewest lines of code at which functions are compared; both have to have them. Below 10 nothing is measured.',
    },
  },
  examples: {
    limits: { minLinesOfCode: 10 },
    bad: `
export function renderUsers(users: User[]): string {
  const rows: string[] = [];
  for (const user of users) {
    const name = escape(user.name);
    const added = formatDate(user.added);
    rows.push(row(name, added));
  }
  const head = row('Name', 'Added');
  const body = rows.join('');
  return table(head, body);
}

export function renderTeams(teams: Team[]): string {
  const rows: string[] = [];
  for (const team of teams) {
    const name = escape(team.name);
    const added = formatDate(team.added);
    rows.push(row(name, added));
  }
  const head = row('Name', 'Added');
  const body = rows.join('');
  return table(head, body);
}
`,
    good: `
export function renderEntries(entries: (User | Team)[]): string {
  const rows: string[] = [];
  for (const entry of entries) {
    const name = escape(entry.name);
    const added = formatDate(entry.added);
    rows.push(row(name, added));
  }
  const head = row('Name', 'Added');
  const body = rows.join('');
  return table(head, body);
}
`,
  },
  notes: [
    'The measure of likeness is ours: that of CodeScene is not public.',
    'Functions of one file are compared with each other, not files. The names and texts in them count: copies with other names throughout are less alike.',
  ],
  references: [
    'Fowler, Refactoring: "Duplicated Code"',
    'Hunt and Thomas, The Pragmatic Programmer: "The Evils of Duplication"',
  ],
  detect: (file, { maxSimilarity: limit, minLinesOfCode }) =>
    [...findNearest(file, minLinesOfCode)]
      .filter(([, { percent }]) => percent > limit)
      .sort(([a], [b]) => a - b)
      .map(([index, { other, percent }]) => ({
        function: index,
        measured: percent,
        limit,
        subject: describe(file, other),
      })),
  message: ({ file, function: index = 0, measured, limit, subject }) =>
    `${file.functions[index]?.name} is ${measured} % the same as ${subject} (limit ${limit} %)`,
});

interface Nearest {
  readonly other: number;
  readonly percent: number;
}

/** For each function the one that it is most alike; of several, the first. */
function findNearest(
  { functions, duplicates }: FileMetrics,
  minLinesOfCode: number,
): ReadonlyMap<number, Nearest> {
  const isLong = (fn: number) => (functions[fn]?.linesOfCode ?? 0) >= minLinesOfCode;
  const nearest = new Map<number, Nearest>();
  const offer = (index: number, { other, percent }: Nearest): void => {
    const best = nearest.get(index);
    const isNearer = !best || percent > best.percent || (percent === best.percent && other < best.other);
    if (isNearer) nearest.set(index, { other, percent });
  };
  for (const { first, second, similarity } of duplicates) {
    if (!isLong(first) || !isLong(second)) continue;
    const percent = cutToHundredths(100 * similarity, 1);
    offer(first, { other: second, percent });
    offer(second, { other: first, percent });
  }
  return nearest;
}

function describe(file: FileMetrics, index: number): string {
  const { name, line } = file.functions[index] ?? {};
  return `${name} in line ${line}`;
}
