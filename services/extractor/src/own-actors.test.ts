import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownActors } from './own-actors.ts';

const entry = (id: string, name: string) => JSON.stringify({ id, name: { ar: name }, sector: 'NGO' });
let folder = '';
let file = '';

/** Writes the file as changed at a second of its own. */
function write(text: string, second: number): void {
  writeFileSync(file, text);
  utimesSync(file, second, second);
}

describe('parties of your own', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rasid-actors-'));
    file = join(folder, 'actors.ndjson');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const canon = (actors: ReturnType<typeof ownActors>, text: string) =>
    actors()
      .findParties?.(text)
      .map((mention) => mention.canon);

  it('are found beside the shipped ones, and read again when the file changes', () => {
    write(entry('hirak_nahr', 'حماة النهر'), 1_000);
    const actors = ownActors(file);
    expect(canon(actors, 'حماة النهر والأمم المتحدة')).toEqual(['hirak_nahr', 'un']);
    write(entry('hirak_jabal', 'حماة الجبل'), 2_000);
    expect(canon(actors, 'حماة الجبل')).toEqual(['hirak_jabal']);
    expect(canon(actors, 'حماة النهر')).toEqual([]);
  });
  it('stay as they were while the file is wrong or gone', () => {
    write(entry('hirak_nahr', 'حماة النهر'), 1_000);
    const actors = ownActors(file);
    write('{', 2_000);
    expect(canon(actors, 'حماة النهر')).toEqual(['hirak_nahr']);
    rmSync(file);
    expect(canon(actors, 'حماة النهر')).toEqual(['hirak_nahr']);
  });
  it('say at the start which lines are wrong, or that there is no file', () => {
    write(`${entry('a', 'ا')}\n{"id":"B"}\nx`, 1_000);
    expect(() => ownActors(file)).toThrow(/line 2: id must be .*\n {2}line 3: not JSON/u);
    expect(() => ownActors(join(folder, 'none'))).toThrow(/no such file/u);
  });
  it('are none without a file', () => {
    expect(ownActors(undefined)()).toEqual({});
  });
});
