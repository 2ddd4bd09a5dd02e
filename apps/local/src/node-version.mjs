/** The lowest Node.js that runs Sluice; the same as `engines` in package.json. */
export const LOWEST_NODE = '20.19.0';

/**
 * @param {string} [version] of the running Node.js
 * @returns {boolean}
 */
export function isNodeNewEnough(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [lowestMajor = 0, lowestMinor = 0] = LOWEST_NODE.split('.').map(Number);
  return major > lowestMajor || (major === lowestMajor && minor >= lowestMinor);
}

/** Ends the process with a clear message on a Node.js that is too old. */
export function requireNode() {
  if (isNodeNewEnough()) return;
  console.error(
    `Sluice needs Node.js ${LOWEST_NODE} or newer; this is ${process.versions.node}. Install a newer one from your system's packages or a version manager.`,
  );
  process.exit(1);
}
