/** Ports of a condition that leave a round of the loop around it; nothing is connected to them. */
const LOOP_PORTS: ReadonlySet<string> = new Set(['break', 'continue']);

export function isLoopPort(type: string, port: string): boolean {
  return type === 'condition' && LOOP_PORTS.has(port);
}
