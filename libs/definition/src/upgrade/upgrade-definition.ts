import type { JsonObject } from '../json.js';
import type { ProblemCode } from '../problem-codes.js';
import type { Problem } from '../problem.js';
import { fromVersion0 } from './from-version-0.js';

export interface Upgraded {
  /** In the current version; null when its version is not known. */
  readonly document: JsonObject | null;
  readonly problems: readonly Problem[];
}

/** Step n takes a document of version n to version n + 1. Steps are never changed once released. */
const STEPS: readonly ((document: JsonObject) => JsonObject)[] = [fromVersion0];

export const CURRENT_VERSION = STEPS.length;

/**
 * Brings a document of any known version to the current one; changes spelling and shape, never meaning. One
 * that does not say its version is taken for current, so that its other problems are found as well.
 */
export function upgradeDefinition(document: JsonObject): Upgraded {
  const spelled = ['schemaVersion', 'schema_version'].filter((name) => Object.hasOwn(document, name));
  const [name] = spelled;
  if (name === undefined) {
    const message = `Say which version of the language this is: schemaVersion: ${CURRENT_VERSION}.`;
    return { document, problems: [problem('SCHEMA_VERSION_MISSING', message, 'schemaVersion')] };
  }
  const version = document[name];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0 || version > CURRENT_VERSION) {
    const shown = JSON.stringify(version).slice(0, 40);
    const message = `schemaVersion ${shown} is not known; this is version ${CURRENT_VERSION}.`;
    return { document: null, problems: [problem('SCHEMA_VERSION_UNSUPPORTED', message, name)] };
  }
  const upgraded = STEPS.slice(version).reduce((at, step) => step(at), document);
  return { document: upgraded, problems: [] };
}

function problem(code: ProblemCode, message: string, field: string): Problem {
  return { code, severity: 'error', message, path: `/${field}` };
}
