import { formatDateTime } from '../ui/format.js';

const instants = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

/** A sentence of the engine with its times as people write them here. */
export function readableTimes(text: string): string {
  return text.replace(instants, (instant) => formatDateTime(instant));
}
