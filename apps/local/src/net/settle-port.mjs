import { StartError } from '../start-error.mjs';
import { portHolder } from './port-holder.mjs';
import { isFree } from './port.mjs';

const STEPS = 100;

/**
 * The port a service gets. One that was asked for is used or refused; a default that is taken is stepped over.
 * @param {import('../settings.mjs').WantedPort} wanted
 * @param {Set<number>} given ports of our other services; the answer is added
 * @param {(text: string) => void} say told when another port than the default is used
 * @returns {Promise<number>}
 * @throws {StartError}
 */
export async function settlePort({ setting, port, explicit, host }, given, say) {
  for (let candidate = port; candidate < port + STEPS && candidate <= 65_535; candidate += 1) {
    if (given.has(candidate) || !(await isFree(candidate, host))) {
      if (explicit)
        throw new StartError(`${describeTaken(setting, candidate)} Set ${setting} to a free one.`);
      continue;
    }
    given.add(candidate);
    if (candidate !== port) say(`  ! ${describeTaken(setting, port)} Using ${candidate}.`);
    return candidate;
  }
  throw new StartError(`No free port from ${port} to ${port + STEPS - 1}. Set ${setting} to a free one.`);
}

/**
 * @param {string} setting
 * @param {number} port
 */
function describeTaken(setting, port) {
  const holder = portHolder(port);
  return `Port ${port} (${setting}) is taken${holder === undefined ? '' : ` by ${holder}`}.`;
}
