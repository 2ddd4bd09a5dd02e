const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is not a UUID is nobody's id: asking Postgres would be an error instead of "not found". */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
