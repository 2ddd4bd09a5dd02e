import { inflateSync, strFromU8 } from 'fflate/browser';
import type { Plan } from '#definition/plan';

/** Reads what `packPlan` made. In plain JavaScript, for the sandbox of a workflow has nothing else. */
export function unpackPlan(deflated: string): Plan {
  return JSON.parse(strFromU8(inflateSync(fromBase64(deflated)))) as Plan;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit.charCodeAt(0), value]));

function fromBase64(text: string): Uint8Array {
  const digits = text.indexOf('=') < 0 ? text.length : text.indexOf('=');
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4));
  let bits = 0;
  for (let at = 0, written = 0; at < digits; at += 1) {
    bits = (bits << 6) | (VALUES.get(text.charCodeAt(at)) ?? 0);
    const left = (at * 6 + 6) % 8;
    if (at % 4 !== 0) bytes[written++] = (bits >> left) & 255;
  }
  return bytes;
}
