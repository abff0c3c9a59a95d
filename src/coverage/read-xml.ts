import { parser as createParser } from 'sax';
import { BrokenCoverage, writeAgain } from './broken-coverage.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** 1-based, where the element's first tag ends. */
  readonly line: number;
}

/** Is told what a document holds, in its order. */
export interface XmlVisitor {
  readonly open: (element: XmlElement) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Reports of coverage nest about ten elements; JaCoCo adds one for each group of modules. */
const deepestNesting = 100;
const chunkLength = 65_536;

/**
 * Reads an XML document element by element. A DOCTYPE is passed over: nothing that it names is looked up, and no
 * entity that it declares is replaced, so that a document cannot grow.
 * @throws BrokenCoverage where it is not well formed or nests too deep; what the visitor throws
 */
export function readXml(text: string, visitor: XmlVisitor): void {
  const parser = createParser(true, { position: true });
  let depth = 0;
  parser.onerror = (error) => {
    throw notWellFormed(error.message, parser.line + 1);
  };
  parser.onopentag = ({ name, attributes }) => {
    depth += 1;
    if (depth > deepestNesting) throw tooDeep(parser.line + 1);
    visitor.open({ name, attributes: attributes as Record<string, string>, line: parser.line + 1 });
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    visitor.close(name);
  };
  parser.ontext = visitor.text;
  parser.oncdata = visitor.text;
  for (let start = 0; start < text.length; start += chunkLength) {
    parser.write(text.slice(start, start + chunkLength));
  }
  parser.close();
}

function notWellFormed(words: string, line: number): BrokenCoverage {
  // The words behind the first line or colon quote the document.
  const reason = /^[A-Za-z ]+/.exec(words)?.[0].trim() ?? '';
  return new BrokenCoverage({
    message: `is not well-formed XML${reason === '' ? '' : ` (${reason.toLowerCase()})`}.`,
    line,
    hint: `Expected a complete report. ${writeAgain}`,
  });
}

function tooDeep(line: number): BrokenCoverage {
  return new BrokenCoverage({
    message: `nests elements more than ${deepestNesting} deep.`,
    line,
    hint: `No coverage report does. ${writeAgain}`,
  });
}
