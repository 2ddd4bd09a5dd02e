import { scanXml } from './scan-xml.js';

/** An element of a small XML part held in memory; its name comes without prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The root of an XML part. Throws DOCUMENT_BROKEN naming the part. */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const top: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [top];
  scanXml(bytes, part, {
    open: (name, attributes) => {
      const element: OpenElement = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (text) => open.at(-1)?.children.push(text),
    close: () => open.pop(),
  });
  return elementsOf(top)[0] ?? top;
}

export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element === undefined ? [] : elementsOf(element).filter((child) => child.name === name);
}

/** The first child of that name, of which the first child of the next name, and so on. */
export function childAt(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => childrenNamed(at, name)[0], element);
}

/** All elements of that name below, in document order. */
export function descendantsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsNamed(child, name),
  ]);
}

/** The attribute of that name, whatever its prefix. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  const found = Object.entries(element?.attributes ?? {}).find(
    ([key]) => key === name || key.endsWith(`:${name}`),
  );
  return found?.[1];
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
