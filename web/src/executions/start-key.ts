/** A key for one dialog: a second click cannot start a second execution. */
export function makeStartKey(): string {
  // `randomUUID` exists only in secure contexts; a page opened by a machine's name is none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `page-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
