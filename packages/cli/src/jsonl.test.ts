import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readLines } from './jsonl.ts';

const folder = mkdtempSync(join(tmpdir(), 'rasid-lines-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const linesOf = async (name: string) => {
  const lines: (string | number)[][] = [];
  for await (const { number, text } of readLines(name)) lines.push([number, text]);
  return lines;
};

it('gives the lines of a file with their numbers, blank ones passed over', async () => {
  expect(await linesOf(file('a', ' x \r\n\ny'))).toEqual([
    [1, 'x'],
    [3, 'y'],
  ]);
  expect(await linesOf(file('b', ''))).toEqual([]);
});

it.each([
  ['that is not there', join(folder, 'none'), 'ENOENT'],
  ['that is a folder', folder, 'EISDIR'],
])('ends with what is wrong with a file %s', async (_, name, code) => {
  await expect(linesOf(name)).rejects.toMatchObject({ code });
});

it('keeps nothing of the lines it has given: a list may have millions', async () => {
  const many = 200_000;
  const name = file('many', '{"id":1}\n'.repeat(many));
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag gives
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  let after = before;
  for await (const { number } of readLines(name)) if (number === many) after = used();
  expect(after - before).toBeLessThan(20_000_000); // a hundred bytes a line; it was nearly four hundred
});
