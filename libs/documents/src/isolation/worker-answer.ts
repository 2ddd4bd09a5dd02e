import { parentPort, workerData } from 'node:worker_threads';

/** What a worker posts back: its result, or an expected failure as data. */
export type WorkerAnswer<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** The body of a worker entry: runs the task it was given and posts one answer. */
export async function answerTask<Task, Result>(
  run: (task: Task) => Promise<Result>,
  explain: (error: unknown) => { readonly code: string; readonly message: string },
): Promise<void> {
  let answer: WorkerAnswer<Result>;
  try {
    answer = { kind: 'done', result: await run(workerData as Task) };
  } catch (error) {
    const { code, message } = explain(error);
    answer = { kind: 'failed', code, message };
  }
  parentPort?.postMessage(answer);
}
