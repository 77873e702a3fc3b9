import { describe, expect, it } from 'vitest';
import { inGroups } from './groups.ts';

async function* from<T>(...items: (T | Promise<T>)[]) {
  for (const item of items) yield await item;
}
async function all<T>(groups: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const group of groups) list.push(group);
  return list;
}

describe('groups', () => {
  it('hold what comes at once, in its order, and never more than asked for', async () => {
    expect(await all(inGroups(from(1, 2, 3, 4, 5), 2))).toEqual([[1, 2], [3, 4], [5]]);
    expect(await all(inGroups(from(), 2))).toEqual([]);
  });
  it('go out unfilled when the next one is only sent after their answer', async () => {
    let answered = (_: number) => {};
    const second = new Promise<number>((resolve) => {
      answered = resolve;
    });
    const seen: number[][] = [];
    for await (const group of inGroups(from(1, second, 3), 2)) {
      seen.push(group);
      if (seen.length === 1) answered(2); // would never come if the first were held back for it
    }
    expect(seen).toEqual([[1], [2, 3]]);
  });
  it('go out before the source fails', async () => {
    const seen: number[][] = [];
    const broken = from(1, Promise.reject<number>(new Error('gone')));
    const reading = (async () => {
      for await (const group of inGroups(broken, 4)) seen.push(group);
    })();
    await expect(reading).rejects.toThrow('gone');
    expect(seen).toEqual([[1]]);
  });
});
