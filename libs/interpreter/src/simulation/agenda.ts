import type { ExecutionEvent } from '../event.js';

/** Something that is going to happen at a path; may turn out to be no event. */
interface Occurrence {
  readonly path: string;
  readonly kind: 'work' | 'timer' | 'child' | 'person' | 'engine';
  readonly due: number;
  readonly happen: () => ExecutionEvent | null;
}

/** What will happen in a simulation, on a clock of its own. At the same time, what was planned first comes first. */
export class Agenda {
  private planned: Occurrence[] = [];

  plan(occurrence: Occurrence): void {
    this.planned.push(occurrence);
  }

  /** Takes back what was planned at a path; true when there was something. */
  cancel(path: string, kind: Occurrence['kind']): boolean {
    const left = this.planned.filter((occurrence) => occurrence.path !== path || occurrence.kind !== kind);
    const found = left.length < this.planned.length;
    this.planned = left;
    return found;
  }

  /** Lets things happen in the order of their times until one is an event; null when nothing is planned. */
  next(): ExecutionEvent | null {
    for (let first = this.takeFirst(); first !== null; first = this.takeFirst()) {
      const event = first.happen();
      if (event !== null) return event;
    }
    return null;
  }

  private takeFirst(): Occurrence | null {
    const [first, ...others] = this.planned;
    if (first === undefined) return null;
    const earliest = others.reduce((best, other) => (other.due < best.due ? other : best), first);
    this.planned.splice(this.planned.indexOf(earliest), 1);
    return earliest;
  }
}
