/** Lines of a text, found once: a text may have many mistakes, and each tells its place. */
export class LineIndex {
  private starts: readonly number[] | null = null;

  constructor(private readonly text: string) {}

  /** "line 3, column 7", both from 1. */
  place(offset: number): string {
    this.starts ??= startsOf(this.text);
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return `line ${low + 1}, column ${offset - (this.starts[low] as number) + 1}`;
  }
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
