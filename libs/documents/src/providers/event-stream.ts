/**
 * Reads server-sent events as they arrive and hands on the data of each. OpenAI's format has one line of data an event;
 * comments and other fields are left out.
 */
export function eventStreamReader(onData: (data: string) => void): (part: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  return (part) => {
    const lines = (rest + decoder.decode(part, { stream: true })).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data:')) onData(line.slice('data:'.length).trim());
  };
}
