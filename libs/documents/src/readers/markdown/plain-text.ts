import type { Token, Tokens } from 'marked';
import { inlineText } from '../html/inline-text.js';
import { parseDocument } from '../html/dom.js';

const ENTITY = /&(#x?[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** The text a reader would see of inline tokens: no marks, links as their labels, pictures as their descriptions. */
export function plainText(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map(tokenText).join('');
}

function tokenText(token: Token): string {
  switch (token.type) {
    case 'br':
      return '\n';
    case 'html':
      return /^<br\s*\/?>$/i.test(token.raw.trim()) ? '\n' : '';
    case 'image':
      return (token as Tokens.Image).text;
    case 'checkbox':
      return '';
    case 'codespan':
      return (token as Tokens.Codespan).text;
    case 'escape':
      return (token as Tokens.Escape).text;
  }
  if ('tokens' in token && token.tokens) return plainText(token.tokens);
  if ('text' in token && typeof token.text === 'string') return decodeEntities(token.text);
  return '';
}

function decodeEntities(text: string): string {
  if (!ENTITY.test(text)) return text;
  return text.replace(new RegExp(ENTITY, 'gi'), (entity) => inlineText(parseDocument(entity).body) || entity);
}
