import { checkDefinition, compilePlan, stepCatalogue } from '#definition';
import type { OnError } from '#definition';
import type { Plan, PlanBody, PlanItemErrors, PlanJoin } from '#definition/plan';
import { CONTROLS } from '#interpreter';
import { CANCELLER_SIGNAL, CHILD_ENDED_SIGNAL, PAUSE_SIGNAL, RESUME_SIGNAL } from '#temporal/contract';
import type { EngineActivities } from '#temporal/contract';
import { REPORT_SIGNAL } from '../../temporal/src/names.js';
import type { Recorded } from './definitions/recorded.js';
import { recorded } from './recorded-definitions.js';
import { readHistory } from './recorded-history.js';
import type { RecordedEvent, RecordedHistory } from './recorded-history.js';

type ModeOf<Kind extends PlanBody['kind']> = Extract<PlanBody, { readonly kind: Kind; mode: string }>['mode'];

/** What no recorded execution holds could change for those that are open, and no test would tell. */
describe('between them the recorded executions hold every', () => {
  const steps = Object.values(recorded)
    .flatMap(plansOf)
    .flatMap((plan) => plan.steps);
  const bodies = steps.map(({ body }) => body);

  it('type of step', () => {
    const types = stepCatalogue.map(({ type }) => type);
    expect(steps.map(({ type }) => type)).toEqual(expect.arrayContaining(types));
  });

  it('join', () => {
    const joins = all<PlanJoin['kind']>({ all: 1, every: 1, any: 1, race: 1, atLeast: 1 });
    expect(steps.map(({ join }) => join.kind)).toEqual(joins);
  });

  it('way to deal with a failure', () => {
    const ways = all<OnError>({ fail: 1, continue: 1, route: 1, block: 1 });
    expect(steps.map(({ onError }) => onError)).toEqual(ways);
  });

  it('way to deal with rounds that fail', () => {
    const ways = all<PlanItemErrors['kind']>({ failFast: 1, collect: 1, tolerate: 1, ignore: 1 });
    const found = bodies.flatMap((body) => (body.kind === 'loop' ? [body.itemErrors.kind] : []));
    expect(found).toEqual(ways);
  });

  it.each([
    ['condition', all<ModeOf<'condition'>>({ first: 1, all: 1 })],
    ['merge', all<ModeOf<'merge'>>({ named: 1, first: 1, concat: 1, deepMerge: 1, expression: 1 })],
    ['loop', all<ModeOf<'loop'>>({ while: 1, until: 1, times: 1, forEach: 1 })],
  ])('mode of a %s', (kind, modes) => {
    const found = bodies.flatMap((body) => (body.kind === kind && 'mode' in body ? [body.mode] : []));
    expect(found).toEqual(modes);
  });

  it('local activity of the engine', () => {
    const activities = all<Exclude<keyof EngineActivities, 'turn'>>({
      ...{ record: 1, loadCarried: 1, storeCarried: 1, loadItems: 1, storeResults: 1 },
      ...{ prepareChild: 1, readOutcome: 1, boundOutput: 1 },
    });
    const markers = histories().flatMap(({ events }) => events.filter(isMarker).map(unpacked));
    expect(markers.map((text) => /"activity_type":"(\w+)"/.exec(text)?.[1])).toEqual(activities);
  });

  it('control that people have', () => {
    const asked = named(/"acceptedRequest":{"meta":{[^}]*},"input":{"header":{},"name":"([\w-]+)"/g);
    expect(asked).toEqual(expect.arrayContaining([...CONTROLS]));
  });

  it('signal that comes in', () => {
    const signals = [PAUSE_SIGNAL, RESUME_SIGNAL, CANCELLER_SIGNAL, REPORT_SIGNAL, CHILD_ENDED_SIGNAL];
    const came = named(/"workflowExecutionSignaledEventAttributes":{"signalName":"([\w-]+)"/g);
    expect(came).toEqual(expect.arrayContaining(signals));
  });
});

/** Complete, or it does not compile. */
function all<Name extends string>(names: Readonly<Record<Name, 1>>): unknown {
  return expect.arrayContaining(Object.keys(names));
}

function plansOf({ yaml, child }: Recorded): readonly Plan[] {
  const texts = child === undefined ? [yaml] : [yaml, child];
  return texts.flatMap((text) => {
    const { definition } = checkDefinition(text.replaceAll('CHILD', '00000000-0000-4000-8000-000000000000'));
    return (definition && compilePlan(definition).plan) ?? [];
  });
}

function histories(): readonly RecordedHistory[] {
  return Object.keys(recorded).map(readHistory);
}

/** What a pattern names in the histories. */
function named(pattern: RegExp): readonly string[] {
  return [...JSON.stringify(histories()).matchAll(pattern)].map(([, name = '']) => name);
}

function isMarker({ eventType }: RecordedEvent): boolean {
  return eventType === 'EVENT_TYPE_MARKER_RECORDED';
}

/** All payloads of an event as text. */
function unpacked(event: RecordedEvent): string {
  const payloads = JSON.stringify(event).matchAll(/"data":"([^"]+)"/g);
  return [...payloads].map(([, data = '']) => Buffer.from(data, 'base64').toString()).join('\n');
}
