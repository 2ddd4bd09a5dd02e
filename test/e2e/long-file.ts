/** A file of some hundred kilobytes that no earlier run has read, so that reading it takes its time. */
export function longFile(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const salt = `${name}-${Date.now()}`;
  const sections = Array.from({ length: 220 }, (_, section) => {
    const lines = Array.from(
      { length: 12 },
      (_unused, line) => `River ${salt} number ${section}-${line} carries water past mill ${section * line}.`,
    );
    return `## Section ${section} of ${salt}\n\n${lines.join(' ')}\n`;
  });
  const text = `# Rivers ${salt}\n\n${sections.join('\n')}`;
  return { name: `long-${name}.md`, mimeType: 'text/markdown', buffer: Buffer.from(text) };
}
