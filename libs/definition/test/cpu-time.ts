/** Starts a stopwatch of processor time, in milliseconds: unlike a clock, it runs no faster on a busy machine. */
export function startCpu(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
