import { containerLine } from './container-line.js';

describe('the line under a container’s name', () => {
  it.each([
    [{ items: 'lines' }, 'Once for each of lines'],
    [{ mode: 'forEach', items: 'lines', concurrency: 4 }, 'Once for each of lines, 4 at a time'],
    [{ mode: 'times', times: '3' }, 'Repeats 3 times'],
    [{ mode: 'until', condition: 'confidence > 0.8' }, 'Repeats until confidence > 0.8'],
    [{ mode: 'while' }, 'Repeats while …'],
  ])('tells how a loop repeats: %j', (configuration, line) => {
    expect(containerLine({ id: 'l', type: 'loop', configuration })).toBe(line);
  });

  it('tells what a try is for', () => {
    expect(containerLine({ id: 't', type: 'try', configuration: { compensate: true } })).toContain('Undoes');
  });
});
