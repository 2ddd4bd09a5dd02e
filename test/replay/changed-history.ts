import type { RecordedEvent, RecordedHistory } from './recorded-history.js';

/** What becomes of an event: nothing, itself or another, or more than one. */
export type Change = (event: RecordedEvent) => readonly RecordedEvent[];

/** A history as another engine would have made it: events are numbered anew, and what refers to them follows. */
export function changed({ events }: RecordedHistory, change: Change): RecordedHistory {
  const all = events.flatMap(change);
  const numbers = new Map<string, string>();
  for (const [index, { eventId }] of all.entries())
    if (!numbers.has(eventId)) numbers.set(eventId, String(index + 1));
  const follow = (key: string, value: unknown): unknown =>
    key.endsWith('EventId') && typeof value === 'string' ? (numbers.get(value) ?? value) : value;
  const followed = JSON.parse(JSON.stringify(all), follow) as readonly RecordedEvent[];
  return { events: followed.map((event, index) => ({ ...event, eventId: String(index + 1) })) };
}

/** With another text in all events of a type. */
export function reworded(type: string, text: string | RegExp, by: string): Change {
  return ofType(type, (event) => [JSON.parse(JSON.stringify(event).replaceAll(text, by)) as RecordedEvent]);
}

/** Without the first event of a type. */
export function without(type: string): Change {
  let gone = false;
  return ofType(type, (event) => {
    if (gone) return [event];
    gone = true;
    return [];
  });
}

/** With the first event of a type twice, the second time perhaps under another name. */
export function twice(
  type: string,
  rename: (event: RecordedEvent) => RecordedEvent = (event) => event,
): Change {
  let done = false;
  return ofType(type, (event) => {
    if (done) return [event];
    done = true;
    return [event, rename(event)];
  });
}

/** With the two activities of these ids in each other's place. */
export function swapped({ events }: RecordedHistory, one: string, other: string): RecordedHistory {
  const [first, second] = [one, other].map((id) =>
    events.findIndex((event) => JSON.stringify(event).includes(`"activityId":"${id}"`)),
  );
  if (first === undefined || second === undefined) throw new Error('They are not there.');
  const order = events.map((_, at) => (at === first ? second : at === second ? first : at));
  const moved = { events: order.flatMap((at) => events[at] ?? []) };
  return changed(moved, (event) => [event]);
}

/** With other JSON in the payloads of a type of events: inputs, results and details travel in them. */
export function repacked(type: string, repack: (value: Payload) => unknown): Change {
  const replace = (key: string, value: unknown): unknown =>
    key === 'data' && typeof value === 'string' ? packed(repack(unpacked(value))) : value;
  return ofType(type, (event) => [JSON.parse(JSON.stringify(event, replace)) as RecordedEvent]);
}

/** What stands in a payload, for a change to pick from. */
export type Payload = Readonly<Record<string, unknown>> | null;

function ofType(type: string, change: Change): Change {
  return (event) => (event.eventType === `EVENT_TYPE_${type}` ? change(event) : [event]);
}

function unpacked(data: string): Payload {
  return JSON.parse(Buffer.from(data, 'base64').toString()) as Payload;
}

function packed(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}
