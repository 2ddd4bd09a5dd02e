import type { Json, JsonObject } from '#definition';
import type { ControlRecord } from '#interpreter';

/** What somebody did from outside, in one sentence that names them. */
export function controlSentence({ action, path, actor, detail }: ControlRecord): string {
  const who = actor?.name ?? 'Somebody';
  if (detail['withParent'] === true)
    return `The execution was ${action === 'pause' ? 'paused' : 'resumed'} with its parent.`;
  const what = path === '' ? 'the execution' : `"${path}"`;
  switch (action) {
    case 'pause':
      return `${who} paused ${what}.`;
    case 'resume':
      return `${who} resumed ${what}.`;
    case 'cancel':
      return `${who} cancelled ${what}.`;
    case 'retry':
      return `${who} retried ${what}${isGiven(detail['configuration']) ? ' with changed settings' : ''}.`;
    case 'skip':
      return `${who} skipped ${what}${isGiven(detail['output']) ? ' and gave its output' : ''}.`;
    case 'give-up':
      return `${who} gave up on ${what}.`;
    case 'approve':
      return `${who} ${detail['approved'] === false ? 'rejected' : 'approved'} ${what}${comment(detail)}`;
    case 'event':
      return `${who} sent the event "${named(detail)}"${path === '' ? '' : ` to ${what}`}.`;
    case 'variable':
      return `${who} set the variable "${named(detail)}"${path === '' ? '' : ` of ${what}`}.`;
  }
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

function named(detail: JsonObject): string {
  return typeof detail['name'] === 'string' ? detail['name'] : '';
}

function comment({ comment: text }: JsonObject): string {
  return typeof text === 'string' && text !== '' ? `: ${text.slice(0, 500)}` : '.';
}
