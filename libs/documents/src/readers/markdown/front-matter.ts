/** YAML between `---` lines at the very start of a Markdown file; of it only the title is of use. */
export function splitFrontMatter(text: string): { readonly title: string | null; readonly body: string } {
  const found = /^---[^\S\n]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(text);
  if (!found || !/^[\w-]+\s*:/m.test(found[1] ?? '')) return { title: null, body: text };
  const title = /^title\s*:\s*(.+)$/im
    .exec(found[1] ?? '')?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return { title: title ?? null, body: text.slice(found[0].length) };
}
