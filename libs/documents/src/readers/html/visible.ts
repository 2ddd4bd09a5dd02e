import type { HtmlElement } from './dom.js';

const NEVER_SHOWN = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'SVG',
  'CANVAS',
  'AUDIO',
  'VIDEO',
  'MAP',
  'DATALIST',
]);

/** Whether a reader of the page would see the element. */
export function isVisible(element: HtmlElement): boolean {
  if (NEVER_SHOWN.has(element.nodeName.toUpperCase())) return false;
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return false;
  return !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}
