import type { Json } from '#definition';

/** By a list of statuses (`404`) and ranges (`"2xx"`); any 2xx when there is none. */
export function countsAsSuccess(status: number, wanted: Json | undefined): boolean {
  const list = Array.isArray(wanted) && wanted.length > 0 ? (wanted as readonly Json[]) : ['2xx'];
  return list.some((one) => one === status || one === `${Math.floor(status / 100)}xx`);
}
