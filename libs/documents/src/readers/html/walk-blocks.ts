import type { BlockKind } from '../../ports.js';
import type { TextBuilder } from '../text-builder.js';
import { isElement, isText } from './dom.js';
import type { HtmlElement, HtmlNode } from './dom.js';
import { INLINE, collapse, inlineText, rawText } from './inline-text.js';
import { addTable } from './table-rows.js';
import { isVisible } from './visible.js';

type TextKind = Exclude<BlockKind, 'heading'>;

/**
 * Adds the blocks of an element in reading order. Text directly inside a container becomes a block of the
 * container's kind; elements named in `skip` are left out with all they hold.
 */
export function addBlocks(
  element: HtmlElement,
  builder: TextBuilder,
  skip: ReadonlySet<string> = new Set(),
  kind: TextKind = 'paragraph',
): void {
  let line = '';
  const flush = (): void => {
    builder.add(kind, collapse(line));
    line = '';
  };
  for (const child of element.childNodes) {
    if (isText(child)) line += child.textContent ?? '';
    else if (!isElement(child) || !isVisible(child) || skip.has(child.nodeName.toUpperCase())) continue;
    else if (child.nodeName.toUpperCase() === 'BR') line += ' ';
    else if (INLINE.has(child.nodeName.toUpperCase()) && !holdsBlocks(child)) line += rawText(child);
    else {
      flush();
      addElement(child, builder, skip, kind);
    }
  }
  flush();
}

function addElement(
  element: HtmlElement,
  builder: TextBuilder,
  skip: ReadonlySet<string>,
  kind: TextKind,
): void {
  const name = element.nodeName.toUpperCase();
  const heading = /^H([1-6])$/.exec(name)?.[1];
  if (heading !== undefined) {
    builder.heading(Number(heading), inlineText(element));
    return;
  }
  switch (name) {
    case 'PRE':
      builder.add('code', preservedText(element));
      return;
    case 'TABLE':
      addTable(element, builder, (cell) => addBlocks(cell, builder, skip));
      return;
    case 'LI':
    case 'DD':
      addBlocks(element, builder, skip, 'list-item');
      return;
    case 'BLOCKQUOTE':
      addBlocks(element, builder, skip, 'quote');
      return;
    default:
      addBlocks(element, builder, skip, kind);
  }
}

/** An inline element around blocks (a link around a card) is a container, whatever its name. */
function holdsBlocks(element: HtmlElement): boolean {
  for (const child of element.children) {
    if (!INLINE.has(child.nodeName.toUpperCase()) && child.nodeName.toUpperCase() !== 'BR') return true;
    if (holdsBlocks(child)) return true;
  }
  return false;
}

function preservedText(node: HtmlNode): string {
  if (isText(node)) return node.textContent ?? '';
  if (!isElement(node) || !isVisible(node)) return '';
  if (node.nodeName.toUpperCase() === 'BR') return '\n';
  return [...node.childNodes].map(preservedText).join('');
}
