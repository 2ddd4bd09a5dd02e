import type { Actor } from '#interpreter';
import type { Viewer } from '../auth/viewer.js';

/** Who does something, as the execution's log will name them. */
export function actorOf({ id, email }: Viewer): Actor {
  return { id, name: email };
}
