import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** An element of a page as a browser reads it. */
export interface ParsedElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in it and in what it holds. */
  readonly text: string;
}

export interface ParsedPage {
  /** In the order of the page. */
  readonly elements: readonly ParsedElement[];
  /** What a browser has to mend; none where the page is well formed. */
  readonly errors: readonly string[];
}

/** Reads a page by the rules of the HTML standard. */
export function parseHtml(page: string): ParsedPage {
  const errors: string[] = [];
  const document = parse(page, {
    onParseError: ({ code, startLine }) => errors.push(`${code}:${startLine}`),
  });
  return { elements: listElements(document), errors };
}

/** The elements of a name that have an attribute, where one is asked for. */
export function findElements(
  { elements }: ParsedPage,
  tag: string,
  attribute?: string,
): readonly ParsedElement[] {
  return elements.filter((element) => {
    return element.tag === tag && (attribute === undefined || attribute in element.attributes);
  });
}

function listElements(node: DefaultTreeAdapterTypes.Node): readonly ParsedElement[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(listElements) : [];
  if (!('tagName' in node)) return below;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ tag: node.tagName, attributes, text: textOf(node) }, ...below];
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
