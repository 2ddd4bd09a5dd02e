import { parseHTML } from 'linkedom';

/** The little of the DOM that the reader looks at. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  readonly children: Iterable<HtmlElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export interface HtmlDocument {
  readonly body: HtmlElement;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

export function isText(node: HtmlNode): boolean {
  return node.nodeType === TEXT_NODE;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT_NODE;
}

/** Parses HTML; scripts never run and nothing is fetched. A fragment gets a document around it. */
export function parseDocument(html: string): HtmlDocument {
  const inBody = /<body[\s>]/i.test(html) ? html : `<body>${html}</body>`;
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html>${inBody}</html>`;
  const { document } = parseHTML(whole) as unknown as {
    document: HtmlDocument & { documentElement: unknown };
  };
  // A comment or an instruction that never ends leaves no element at all, which the library does not expect.
  return document.documentElement === null ? parseDocument('') : document;
}
