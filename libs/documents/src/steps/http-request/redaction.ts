import type { Json } from '#definition';

const REDACTED = '[secret]';

/** A shorter part of a value says nothing, and would be found everywhere. */
const SHORTEST = 6;

/** Takes the values of credentials out of what another system answers, however they are written there. */
export class Redaction {
  private readonly forms: readonly string[];

  constructor(credentials: Readonly<Record<string, string>>) {
    const forms = new Set(Object.values(credentials).flatMap(partsOf).flatMap(writtenForms));
    // The longest first: a part must not break the whole that it stands in.
    this.forms = [...forms]
      .filter(({ length }) => length >= SHORTEST)
      .sort((one, other) => other.length - one.length);
  }

  text(text: string): string {
    return this.forms.reduce((rest, form) => rest.replaceAll(form, REDACTED), text);
  }

  /** Every text in a value, the names in its objects included. */
  json(value: Json): Json {
    if (this.forms.length === 0) return value;
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => this.json(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [this.text(name), this.json(item)]),
    );
  }
}

/** The value, what comes after a scheme such as `Bearer`, and for `Basic` what that is made of. */
function partsOf(value: string): readonly string[] {
  const [, scheme = '', token] = /^([A-Za-z]+)\s+(.+)$/.exec(value) ?? [];
  if (token === undefined) return [value];
  if (scheme.toLowerCase() !== 'basic') return [value, token];
  const pair = Buffer.from(token, 'base64').toString('utf8');
  return [value, token, pair, pair.slice(pair.indexOf(':') + 1)];
}

/** As it stands, in JSON with and without slashes escaped, and in an address. */
function writtenForms(part: string): readonly string[] {
  const inJson = JSON.stringify(part).slice(1, -1);
  return [part, inJson, inJson.replaceAll('/', '\\/'), encodeURIComponent(part)];
}
