import { createCollector } from './coverage-report.ts';
import type { FormatReader } from './format-reader.ts';
import { readCount, readLineNumber } from './read-number.ts';

/**
 * Cobertura (coverage-04.dtd): `<source>` folders, and for each `<class filename>` its lines, which stand under the
 * class and once more under its methods. Classes of one file count together.
 */
export function coberturaVisitor(): FormatReader {
  const collector = createCollector();
  const sources: string[] = [];
  let source: string | null = null;
  let path: string | null = null;
  return {
    open: ({ name, attributes, line }) => {
      if (name === 'source') source = '';
      if (name === 'class') {
        path = attributes.filename ?? '';
        if (path !== '') collector.open(path);
      }
      if (name !== 'line' || path === null || path === '') return;
      const covered = readCount(attributes.hits, 'hits of a line', line) > 0;
      const number = readLineNumber(attributes.number, line);
      if (number !== null) collector.add(path, number, covered);
    },
    close: (name) => {
      if (name === 'class') path = null;
      if (name !== 'source' || source === null) return;
      if (source.trim() !== '') sources.push(source.trim());
      source = null;
    },
    text: (text) => {
      if (source !== null) source += text;
    },
    report: () => ({ format: 'Cobertura', sources, records: collector.records() }),
  };
}
