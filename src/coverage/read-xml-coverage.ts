import { BrokenCoverage, writeAgain } from './broken-coverage.ts';
import { cloverVisitor } from './clover.ts';
import { coberturaVisitor } from './cobertura.ts';
import type { CoverageReport } from './coverage-report.ts';
import type { FormatReader } from './format-reader.ts';
import { jacocoVisitor } from './jacoco.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/**
 * Reads a coverage report in XML: JaCoCo by its root `report`; Cobertura and Clover, which share the root `coverage`,
 * by what stands in it.
 * @throws BrokenCoverage where it is none of these, or broken
 */
export function readXmlCoverage(text: string): CoverageReport {
  let root: XmlElement | null = null;
  let reader: FormatReader | null = null;
  readXml(text, {
    open: (element) => {
      if (root === null) root = element;
      else {
        reader ??= readerOf(root, element);
        reader.open(element);
      }
    },
    close: (name) => reader?.close(name),
    text: (words) => reader?.text(words),
  });
  if (root === null) throw foreign(null);
  const { report } = reader ?? readerOf(root, null);
  return report();
}

const coberturaParts = ['sources', 'packages'];
const cloverParts = ['project', 'testproject'];

function readerOf({ name, attributes, line }: XmlElement, first: XmlElement | null): FormatReader {
  if (name === 'report') return jacocoVisitor();
  if (name !== 'coverage') throw foreign(line);
  if (first !== null && coberturaParts.includes(first.name)) return coberturaVisitor();
  if (first !== null && cloverParts.includes(first.name)) return cloverVisitor();
  if ('line-rate' in attributes) return coberturaVisitor();
  if ('clover' in attributes) return cloverVisitor();
  throw foreign(line);
}

function foreign(line: number | null): BrokenCoverage {
  return new BrokenCoverage({
    message: 'is XML, but no coverage report that is known.',
    line,
    hint: `Expected Cobertura or Clover (<coverage>) or JaCoCo (<report>). ${writeAgain}`,
  });
}
