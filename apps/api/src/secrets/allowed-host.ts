/** A host as addresses have it: in lower case, its port only when it is unusual. Null for anything else. */
export function allowedHost(text: string): string | null {
  const address = `https://${text.trim()}/`;
  if (!URL.canParse(address)) return null;
  const { href, host } = new URL(address);
  return href === `https://${host}/` ? host : null;
}
