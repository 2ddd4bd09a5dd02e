import { eventually } from '../worker/support/rig.js';
import type { Run } from '../worker/support/rig.js';
import type { Turn } from './turns.js';

type Ending = Extract<Turn, { kind: 'ends' }>['as'];

/** Lets the steps of one execution end, and people speak, one after the other in a given order. */
export class Conductor {
  private readonly waiting = new Map<string, (ending: Ending) => void>();

  /** Called by an attempt; resolves when its turn to end has come. */
  awaitTurn(path: string, attempt: number): Promise<Ending> {
    return new Promise((resolve) => this.waiting.set(`${path}#${attempt}`, resolve));
  }

  /** Each turn is over when the workflow has dealt with it. */
  async conduct(run: Run, turns: readonly Turn[]): Promise<void> {
    for (const turn of turns) {
      if (turn.kind === 'asked') await ask(run, turn);
      else {
        const end = await this.arrival(turn);
        if (turn.kind === 'begins') continue;
        end(turn.as);
        await this.dealtWith(run, turn);
      }
    }
  }

  private async arrival({
    path,
    attempt,
  }: Exclude<Turn, { kind: 'asked' }>): Promise<(ending: Ending) => void> {
    const key = `${path}#${attempt}`;
    await eventually(() => this.waiting.has(key), `${key} runs`);
    return this.waiting.get(key) ?? (() => undefined);
  }

  /** The workflow is told of every end but those of attempts that are followed by another. */
  private async dealtWith(run: Run, { path, attempt }: Extract<Turn, { kind: 'ends' }>): Promise<void> {
    const again = `${path}#${attempt + 1}`;
    await eventually(
      async () => this.waiting.has(again) || (await hasHeardOfEnd(run, path, attempt)),
      `the workflow hears of the end of ${path}#${attempt}`,
    );
  }
}

/** Those who come too early are refused. */
async function ask(run: Run, { control }: Extract<Turn, { kind: 'asked' }>): Promise<void> {
  await eventually(
    () =>
      run.ask(control).then(
        () => true,
        () => false,
      ),
    `${control.kind} is not refused`,
  );
}

/** An activity has the number of its first attempt in its id; the latest of the step is meant. */
async function hasHeardOfEnd({ handle }: Run, path: string, attempt: number): Promise<boolean> {
  const { events } = await handle.client.getHandle(handle.workflowId).fetchHistory();
  const all = events ?? [];
  const ids = new Set(Array.from({ length: attempt }, (_, index) => `${path}#${index + 1}`));
  const scheduled = all.findLast(({ activityTaskScheduledEventAttributes: attributes }) =>
    ids.has(attributes?.activityId ?? ''),
  );
  const ended = all.findIndex((event) => {
    const attributes =
      event.activityTaskCompletedEventAttributes ??
      event.activityTaskFailedEventAttributes ??
      event.activityTaskCanceledEventAttributes;
    return attributes != null && String(attributes.scheduledEventId) === String(scheduled?.eventId);
  });
  return ended >= 0 && all.slice(ended).some((event) => event.workflowTaskCompletedEventAttributes != null);
}
