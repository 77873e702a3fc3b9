import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'rasid-errors-'));
afterAll(() => rmSync(folder, { recursive: true }));
const keep = (name: string, rows: readonly unknown[]): string => {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
};
const script = fileURLToPath(new URL('./event-errors.mjs', import.meta.url));
const run = (...options: string[]): string =>
  execFileSync(process.execPath, [script, ...options], { encoding: 'utf8' });

it('groups misses and false events by their cause, and compares two runs', () => {
  const raid = 'قصف طيران حربي مدينة سراقب بريف إدلب صباح اليوم، ما أدى إلى مقتل ثلاثة مدنيين.';
  const articles = keep('articles.jsonl', [
    { id: 'right', date: '2024-03-02', title: 'قصف جوي على سراقب', text: raid },
    { id: 'false', date: '2024-03-02', title: 'قصف جوي على سراقب', text: raid },
    { id: 'missed', date: '2024-03-02', title: 'بلا عنوان', text: 'تلاشى الغيم فوق البحر.' },
  ]);
  const event = (type: string, trigger: string) => ({ type, status: 'main', trigger });
  const gold = (first: string) =>
    keep('gold.jsonl', [
      { id: 'right', events: [event(first, 'قصف')] },
      { id: 'false', events: [] },
      { id: 'missed', events: [event('natural_disaster', 'تلاشى')] },
    ]);
  const saved = join(folder, 'run.jsonl');
  const first = run('--errors', '--articles', articles, '--gold', gold('air_drone_strike'), '--save', saved);
  expect(first).toMatch(/^1 right, 1 missed, 1 false: precision 50\.0 %, recall 50\.0 %/);
  expect(first).toMatch(/1 missed: no rule for «تلاشى»\n {2}natural_disaster {2}تلاشى {2}missed/);
  expect(first).toMatch(/1 false: fired \S+\n {2}air_drone_strike {2}\S+.* {2}false/);
  expect(run('--reliability', '--articles', articles, '--gold', gold('air_drone_strike'))).toMatch(
    /confidence .*: said 0\.\d\d, right 0\.50 .* 2 events/,
  );
  const second = run('--articles', articles, '--gold', gold('protest'), '--against', saved);
  expect(second).toMatch(/0 fixed, 2 new/);
  expect(second).toMatch(/\+ missed protest {2}taken for air_drone_strike by \S+/);
}, 60_000);

it.each([
  ['a flag that is none', ['--bogus'], /--bogus.*--against F/s],
  ['a file that is not there', ['--articles', 'none', '--gold', 'none'], /no such file: none/],
  ['articles without their events', ['--articles', 'none'], /belong together/],
])('names %s', (_, options, said) => {
  const { status, stderr } = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringMatching(said)]);
  expect(stderr).not.toContain('    at ');
});

it('names a line of a set that is no JSON', () => {
  const broken = keep('broken.jsonl', []);
  writeFileSync(broken, '{"id":1}\n{"id"');
  const { stderr } = spawnSync(process.execPath, [script, '--articles', broken, '--gold', broken], {
    encoding: 'utf8',
  });
  expect(stderr).toContain('broken.jsonl: line 2 is not JSON');
});
