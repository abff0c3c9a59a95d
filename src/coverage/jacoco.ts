import { type AddLine, createCollector } from './coverage-report.ts';
import type { FormatReader } from './format-reader.ts';
import { readCount, readLineNumber } from './read-number.ts';

/**
 * JaCoCo (report.dtd): for each `<sourcefile>` of a `<package>` its lines, with missed and covered instructions. The
 * path is put together of the groups (the modules of a build), the package and the file's name.
 */
export function jacocoVisitor(): FormatReader {
  const collector = createCollector();
  const folders: string[] = [];
  let add: AddLine | null = null;
  return {
    open: ({ name, attributes, line }) => {
      if (name === 'group' || name === 'package') folders.push(attributes.name ?? '');
      if (name === 'sourcefile' && attributes.name) {
        add = collector.open([...folders, attributes.name].filter(Boolean).join('/'));
      }
      if (name !== 'line' || add === null) return;
      const covered = readCount(attributes.ci, 'covered instructions (ci) of a line', line);
      const missed = readCount(attributes.mi, 'missed instructions (mi) of a line', line);
      const number = readLineNumber(attributes.nr, line);
      if (number !== null && (covered > 0 || missed > 0)) add(number, covered > 0);
    },
    close: (name) => {
      if (name === 'group' || name === 'package') folders.pop();
      if (name === 'sourcefile') add = null;
    },
    text: () => {},
    report: () => ({ format: 'JaCoCo', sources: [], records: collector.records() }),
  };
}
