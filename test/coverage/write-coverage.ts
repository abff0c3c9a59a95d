import type { CoverageFormat } from '../../src/coverage/coverage-report.ts';

/** Records: a path, and whether each of its lines is covered. */
export type Lines = Iterable<readonly [string, ReadonlyMap<number, boolean>]>;

const escapeXml = (text: string) =>
  text.replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.codePointAt(0)};`);

const count = (isCovered: boolean) => (isCovered ? 3 : 0);

const each = (lines: ReadonlyMap<number, boolean>, write: (line: number, count: number) => string) =>
  [...lines].map(([line, isCovered]) => write(line, count(isCovered))).join('');

const eachFile = (files: Lines, write: (path: string, lines: ReadonlyMap<number, boolean>) => string) =>
  [...files].map(([path, lines]) => write(path, lines)).join('');

/** Writes lines in each format, as short as its specification allows. */
export const coverageWriters: Readonly<Record<CoverageFormat, (files: Lines) => string>> = {
  lcov: (files) =>
    `TN:\n${eachFile(files, (path, lines) => `SF:${path}\n${each(lines, (line, hits) => `DA:${line},${hits}\n`)}end_of_record\n`)}`,
  Cobertura: (files) =>
    `<?xml version="1.0"?><!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd"><coverage line-rate="0"><packages><package name="all"><classes>${eachFile(
      files,
      (path, lines) =>
        `<class name="c" filename="${escapeXml(path)}"><methods/><lines>${each(lines, (line, hits) => `<line number="${line}" hits="${hits}"/>`)}</lines></class>`,
    )}</classes></package></packages></coverage>`,
  JaCoCo: (files) =>
    `<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="r">${eachFile(
      files,
      (path, lines) => {
        const slash = path.lastIndexOf('/');
        const [folder, name] = [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
        return `<package name="${escapeXml(folder)}"><sourcefile name="${escapeXml(name)}">${each(lines, (line, hits) => `<line nr="${line}" mi="${hits === 0 ? 2 : 0}" ci="${hits}"/>`)}</sourcefile></package>`;
      },
    )}</report>`,
  Clover: (files) =>
    `<coverage generated="1" clover="3.2.0"><project timestamp="1">${eachFile(
      files,
      (path, lines) =>
        `<file name="a" path="${escapeXml(path)}">${each(lines, (line, hits) => `<line num="${line}" count="${hits}" type="stmt"/>`)}</file>`,
    )}</project></coverage>`,
};
