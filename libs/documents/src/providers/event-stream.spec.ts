import { eventStreamReader } from './event-stream.js';

function read(text: string, size: number): string[] {
  const bytes = Buffer.from(text);
  const heard: string[] = [];
  const reader = eventStreamReader((data) => void heard.push(data));
  for (let from = 0; from < bytes.length; from += size) reader(bytes.subarray(from, from + size));
  return heard;
}

describe('server-sent events', () => {
  it.each([1, 2, 3, 7, 1_000])('are the same however they are cut: parts of %i bytes', (size) => {
    const text = ': comment\r\nevent: x\r\ndata: {"a": "é😀"}\r\n\r\ndata:[DONE]\n\n';

    expect(read(text, size)).toEqual(['{"a": "é😀"}', '[DONE]']);
  });

  it('that have not ended are not handed on', () => {
    expect(read('data: one\n\ndata: tw', 4)).toEqual(['one']);
  });
});
