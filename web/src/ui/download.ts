/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string, mediaType: string): void {
  saveBlob(name, new Blob([text], { type: mediaType }));
}

/** Hands what was fetched to the browser as a file. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads a big one after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name as a file name: letters, digits and dashes of any script. */
export function fileNameOf(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain || 'workflow';
}
