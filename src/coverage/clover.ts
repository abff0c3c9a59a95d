import { type AddLine, createCollector } from './coverage-report.ts';
import type { FormatReader } from './format-reader.ts';
import { readCount, readLineNumber } from './read-number.ts';
import type { XmlElement } from './read-xml.ts';

/**
 * Clover (clover.xsd): for each `<file>` its lines. The path stands in `path`, or in `name` where a tool writes only
 * that. A condition has how often it was true and false in place of a count.
 */
export function cloverVisitor(): FormatReader {
  const collector = createCollector();
  let add: AddLine | null = null;
  return {
    open: (element) => {
      const { name, attributes, line } = element;
      if (name === 'file') {
        const path = attributes.path || attributes.name;
        add = path ? collector.open(path) : null;
      }
      if (name !== 'line' || add === null) return;
      const covered = countOf(element) > 0;
      const number = readLineNumber(attributes.num, line);
      if (number !== null) add(number, covered);
    },
    close: (name) => {
      if (name === 'file') add = null;
    },
    text: () => {},
    report: () => ({ format: 'Clover', sources: [], records: collector.records() }),
  };
}

function countOf({ attributes, line }: XmlElement): number {
  if (attributes.count !== undefined || attributes.type !== 'cond') {
    return readCount(attributes.count, 'count of a line', line);
  }
  const whenTrue = readCount(attributes.truecount, 'truecount of a condition', line);
  const whenFalse = readCount(attributes.falsecount, 'falsecount of a condition', line);
  return Math.max(whenTrue, whenFalse);
}
