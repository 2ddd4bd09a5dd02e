import { lineDistances } from './line-distance.js';
import type { Line } from './line.js';

/** Lines that belong together, all of one page. */
export interface Paragraph {
  readonly kind: 'text' | 'list-item' | 'row';
  readonly lines: readonly Line[];
}

const BULLET = /^([•◦▪●■○‣∙·–*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S/;
const SENTENCE_END = /[.!?:;。！？]["'”’)\]]*$/;

/** Groups the lines of one page. `standsAlone` names lines that are blocks of their own, such as known headings. */
export function paragraphsOf(
  lines: readonly Line[],
  standsAlone: (line: Line) => boolean,
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const leading = lineDistances(lines);
  let open: Line[] = [];
  const close = (): void => {
    const [first] = open;
    if (first) paragraphs.push({ kind: BULLET.test(first.text) ? 'list-item' : 'text', lines: open });
    open = [];
  };
  lines.forEach((line, index) => {
    if (isRow(line, lines[index - 1], lines[index + 1])) {
      close();
      paragraphs.push({ kind: 'row', lines: [line] });
      return;
    }
    const previous = open.at(-1);
    const alone = standsAlone(line) || (previous !== undefined && standsAlone(previous));
    if (previous && (alone || startsParagraph(line, previous, open, leading))) close();
    open.push(line);
  });
  close();
  return paragraphs;
}

/** A line with several cells beside another such line. */
function isRow(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  const near = (other: Line | undefined): boolean =>
    other !== undefined && other.cells > 1 && Math.abs(other.y - line.y) < line.size * 4;
  return line.cells > 2 || (line.cells > 1 && (near(before) || near(after)));
}

function startsParagraph(
  line: Line,
  previous: Line,
  open: readonly Line[],
  leading: ReadonlyMap<number, number>,
): boolean {
  const height = Math.max(line.size, previous.size);
  if (BULLET.test(line.text)) return true;
  if (Math.abs(line.size - previous.size) > height * 0.12) return true;
  const gap = line.y - previous.y;
  if (gap < -height) return SENTENCE_END.test(previous.text) || !/^\p{Ll}/u.test(line.text);
  if (gap > (leading.get(line.size) ?? height * 1.25) * 1.3) return true;
  const indented = line.left - previous.left > height * 0.8;
  const ended = SENTENCE_END.test(previous.text);
  const width = Math.max(...open.map((other) => other.right)) - previous.left;
  const short = previous.right - previous.left < width * 0.8;
  return ended && (indented || (short && open.length > 1));
}
