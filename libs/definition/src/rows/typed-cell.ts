import type { Json } from '../json.js';
import type { InputType } from '../workflow-definition.js';

/**
 * What a cell of a table says, as the type its input is declared with; null when it is empty. One that does not
 * read as that type stays text, and is refused as such.
 */
export function typedCell(cell: string, type: InputType | undefined): Json {
  const text = cell.trim();
  if (text === '') return null;
  switch (type) {
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : cell;
    case 'boolean':
      return BOOLEANS.get(text.toLowerCase()) ?? cell;
    case 'object':
    case 'array':
      return parsed(text) ?? cell;
    default:
      return cell;
  }
}

const BOOLEANS = new Map([
  ['true', true],
  ['false', false],
]);

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
