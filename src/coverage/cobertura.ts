import { createCollector, type RecordCollector } from './coverage-report.ts';
import type { FormatReader } from './format-reader.ts';
import { readCount, readLineNumber } from './read-number.ts';
import type { XmlElement } from './read-xml.ts';

interface OpenClass {
  readonly path: string;
  /** Lines under the class itself, and those under its methods. */
  readonly own: Line[];
  readonly ofMethods: Line[];
}

interface Line {
  readonly number: number;
  readonly isCovered: boolean;
}

/**
 * Cobertura (coverage-04.dtd): `<source>` folders, and for each `<class filename>` its lines. Classes of one file count
 * together. The lines under a class are those that tools count; the ones under its methods repeat them, or name where
 * a method is declared. They stand in where a class has no others.
 */
export function coberturaVisitor(): FormatReader {
  const collector = createCollector();
  const sources: string[] = [];
  let source: string | null = null;
  let openClass: OpenClass | null = null;
  let isInMethod = false;
  return {
    open: (element) => {
      const { name, attributes } = element;
      if (name === 'source') source = '';
      if (name === 'class') openClass = { path: attributes.filename ?? '', own: [], ofMethods: [] };
      if (name === 'method') isInMethod = true;
      if (name === 'line' && openClass) {
        (isInMethod ? openClass.ofMethods : openClass.own).push(...readLine(element));
      }
    },
    close: (name) => {
      if (name === 'method') isInMethod = false;
      if (name === 'class' && openClass) {
        addClass(openClass, collector);
        openClass = null;
      }
      if (name === 'source' && source?.trim()) sources.push(source.trim());
      if (name === 'source') source = null;
    },
    text: (text) => {
      if (source !== null) source += text;
    },
    report: () => ({ format: 'Cobertura', sources, records: collector.records() }),
  };
}

function readLine({ attributes, line }: XmlElement): Line[] {
  const isCovered = readCount(attributes.hits, 'hits of a line', line) > 0;
  const number = readLineNumber(attributes.number, line);
  return number === null ? [] : [{ number, isCovered }];
}

function addClass({ path, own, ofMethods }: OpenClass, collector: RecordCollector): void {
  if (path === '') return;
  const add = collector.open(path);
  const lines = own.length > 0 ? own : ofMethods;
  for (const { number, isCovered } of lines) add(number, isCovered);
}
