import sax from 'sax';

/** An element of a parsed document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/**
 * Reads a document with a strict parser, which takes control characters as they come: these are looked for first.
 * @throws Error for what is no well-formed XML 1.0
 */
export function parseXml(text: string): Element {
  const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (illegal) throw new Error(`XML 1.0 does not allow ${JSON.stringify(illegal[0])}`);
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (part) => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.onclosetag = () => open.pop();
  parser.write(text).close();
  const [document, ...others] = root.children;
  if (!document || others.length > 0) throw new Error('A document has one element.');
  return document;
}
