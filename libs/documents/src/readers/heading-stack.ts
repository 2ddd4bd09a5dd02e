/** The headings above the place being read. */
export class HeadingStack {
  #open: { readonly level: number; readonly text: string }[] = [];
  #path: readonly string[] = [];

  /** A heading closes those of its own level and deeper. */
  enter(level: number, text: string): void {
    this.#open = [...this.#open.filter((heading) => heading.level < level), { level, text }];
    this.#path = this.#open.map((heading) => heading.text);
  }

  /** Outermost first. The same array for all blocks under one heading. */
  get path(): readonly string[] {
    return this.#path;
  }
}
