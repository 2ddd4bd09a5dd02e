import { childAt, childrenNamed, elementsOf, textOf } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';

const OPERATOR = '∫';
const STRUCTURES: ReadonlySet<string> = new Set(['f', 'sSup', 'sSub', 'sSubSup']);

/**
 * A formula in one line, in the manner of UnicodeMath: `x=(-b±√(b^2-4ac))/2a` (ECMA-376 part 1, 22.1). What has
 * no line form of its own gives its parts one after the other.
 */
export function linearMath(element: XmlElement): string {
  const part = (name: string): string => {
    const found = childAt(element, name);
    return found === undefined ? '' : linearMath(found);
  };
  const sub = (): string => script('_', part('sub'));
  const sup = (): string => script('^', part('sup'));
  switch (element.name) {
    case 't':
      return textOf(element);
    case 'f':
      return grouped(part('num')) + (isBinomial(element) ? '¦' : '/') + grouped(part('den'));
    case 'sSup':
      return part('e') + sup();
    case 'sSub':
      return part('e') + sub();
    case 'sSubSup':
      return part('e') + sub() + sup();
    case 'sPre':
      return sub() + sup() + part('e');
    case 'rad':
      return part('deg') === '' ? `√${bracketed(part('e'))}` : `√(${part('deg')}&${part('e')})`;
    case 'nary':
      return `${propertyOf(element, 'naryPr', 'chr') ?? OPERATOR}${sub()}${sup()} ${part('e')}`;
    case 'd':
      return delimited(element);
    case 'limLow':
      return part('e') + script('_', part('lim'));
    case 'limUpp':
      return part('e') + script('^', part('lim'));
    case 'func':
      return `${part('fName')} ${part('e')}`;
    case 'm':
      return `(${childrenNamed(element, 'mr')
        .map((row) => childrenNamed(row, 'e').map(linearMath).join('&'))
        .join('@')})`;
    default:
      return sideBySide(elementsOf(element));
  }
}

/** A letter or number right after a fraction or script would read as part of it, so a space stands between. */
function sideBySide(elements: readonly XmlElement[]): string {
  let line = '';
  let open = false;
  for (const element of elements) {
    const text = linearMath(element);
    if (text === '') continue;
    line += open && /^[\p{L}\p{N}]/u.test(text) ? ` ${text}` : text;
    open = STRUCTURES.has(element.name);
  }
  return line;
}

/** A fraction without a bar. */
function isBinomial(fraction: XmlElement): boolean {
  return propertyOf(fraction, 'fPr', 'type') === 'noBar';
}

function delimited(element: XmlElement): string {
  const open = propertyOf(element, 'dPr', 'begChr') ?? '(';
  const close = propertyOf(element, 'dPr', 'endChr') ?? ')';
  const separator = propertyOf(element, 'dPr', 'sepChr') ?? '|';
  return `${open}${childrenNamed(element, 'e').map(linearMath).join(separator)}${close}`;
}

function propertyOf(element: XmlElement, properties: string, name: string): string | undefined {
  return Object.values(childAt(element, properties, name)?.attributes ?? {})[0];
}

function script(sign: string, text: string): string {
  return text === '' ? '' : `${sign}${grouped(text)}`;
}

/** In brackets, unless it is a single name or number. */
function grouped(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : bracketed(text);
}

function bracketed(text: string): string {
  return `(${text})`;
}
