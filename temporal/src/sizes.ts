/** Up to this a packed plan or a state travels in the workflow argument; above, by reference. Bytes of JSON. */
export const CARRIED_BY_VALUE_BYTES = 64 * 1024;

/** What a rerun may take over; Temporal takes 2 MiB at once when it is read. Bytes of JSON. */
export const REUSE_BYTES = 1536 * 1024;

/** A step's result above this leaves its biggest facts in the artifact store. Bytes of JSON. */
export const RESULT_BYTES = 32 * 1024;

/** Settings and incoming references of one step; above, the step fails INPUT_TOO_LARGE. Bytes of JSON. */
export const INPUT_BYTES = 256 * 1024;

/** Packed plans of sub-workflows above this travel by reference: they stand in the parent's history twice. */
export const CHILD_PLAN_BYTES = 16 * 1024;

/** Records that ride with one activity, whose input stands in history. Bytes of JSON. */
export const RECORD_BATCH_BYTES = 256 * 1024;

/** Records that a local activity writes at once: its input stands nowhere. Bytes of JSON. */
export const LOCAL_RECORD_BATCH_BYTES = 1024 * 1024;

/** Records after whose writing a workflow task is ended: making and writing them takes about a second. Bytes of JSON. */
export const TASK_RECORD_BYTES = 4 * 1024 * 1024;

/** Results of local activities, and starts of children, after which a workflow task is ended. Bytes of JSON. */
export const LOCAL_RESULT_BYTES = 512 * 1024;

/** The server refuses 2 MiB as the input of an activity, and the task would be tried for ever. Bytes of JSON. */
export const ACTIVITY_INPUT_BYTES = 1536 * 1024;

/** The biggest single record; above, it loses its values. Bytes of JSON. */
export const RECORD_BYTES = 1024 * 1024;

/** Inputs of all activities in flight: one workflow task may carry 4 MiB of commands. Bytes of JSON. */
export const IN_FLIGHT_BYTES = 2 * 1024 * 1024;

/** The Web UI shows a summary of at most 200 bytes, quotes included. Bytes of UTF-8. */
export const SUMMARY_BYTES = 180;

/** Size of a value as JSON in UTF-8. Throws TypeError for what JSON cannot hold. */
export function jsonBytes(value: unknown): number {
  return utf8Bytes(JSON.stringify(value) ?? '');
}

/** Size of a text in UTF-8, without encoding it; a lone surrogate counts as the replacement character. */
export function utf8Bytes(text: string): number {
  if (!/[\u0080-\uffff]/.test(text)) return text.length;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 4;
      index++;
    } else bytes += 3;
  }
  return bytes;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** The longest beginning of a text that fits, never splitting a character. */
export function cutToBytes(text: string, limit: number): string {
  if (text.length * 3 <= limit) return text;
  let bytes = 0;
  let result = '';
  for (const character of text) {
    bytes += utf8Bytes(character);
    if (bytes > limit) break;
    result += character;
  }
  return result;
}
