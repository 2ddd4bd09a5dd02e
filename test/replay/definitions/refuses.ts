import { StepFailure } from '#documents';
import type { Script } from '../../integration/worker/support/scripted-steps.js';

/** A step that fails, and would fail again. */
export const refuses: Script = () => {
  throw new StepFailure('PROVIDER_REFUSED', 'No', false);
};
