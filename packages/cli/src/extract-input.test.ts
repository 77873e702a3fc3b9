import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RasidRecord } from '@rasid/contracts';
import { describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 90_000 }); // a guard against hanging: each test starts the program, beside others
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url)); // npm test builds before it runs the tests
const folder = mkdtempSync(join(tmpdir(), 'rasid-extract-'));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const rasid = (args: string[], input = '') =>
  spawnSync(process.execPath, [main, 'extract', ...args], { input, encoding: 'utf8', cwd: folder });

const title = 'مقتل ثلاثة مدنيين بقصف مدفعي على سرمين';
const text = 'قتل ثلاثة مدنيين أمس الأحد بقصف مدفعي على بلدة سرمين في ريف إدلب، وفق الدفاع المدني.';

/** The letters of the tests as windows-1256 has them. */
function ansi(content: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...content].map((letter) => bytes.get(letter) ?? 0x3f));
}

describe('rasid extract FILE', () => {
  it.each([
    ['windows-1256', ansi(`${title}\r\n${text}`)],
    ['utf-16le', Buffer.from(`\uFEFF${title}\n${text}`, 'utf16le')],
  ])('reads %s and says so', (charset, bytes) => {
    const { status, stdout, stderr } = rasid(['--json', file(`${charset}.txt`, bytes)]);
    const record = RasidRecord.parse(JSON.parse(stdout));
    expect([status, record.article.title, record.article.text]).toEqual([0, title, text]);
    expect(record.events[0]).toMatchObject({ type: 'shelling_missile', place: { locality: 'سرمين' } });
    expect(stderr).toContain(`${charset}.txt is read as ${charset}`);
  });
  it('reads what rasid clean writes, from a pipe', () => {
    const cleaned = JSON.stringify({ title, text, publishedAt: '2025-03-10T12:00:00Z' }, null, 2);
    const { status, stdout } = rasid(['--json', '-'], cleaned);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      article: { title, publishedAt: '2025-03-10T12:00:00.000Z' },
      events: [{ date: { start: '2025-03-09' } }],
    });
  });
  it('ends quietly when its reader has enough', () => {
    const list = `${JSON.stringify({ id: 1, title, text })}\n`.repeat(40);
    file('forty.jsonl', list);
    const command = `"${process.execPath}" "${main}" extract --jsonl forty.jsonl | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: folder });
    expect([stdout, stderr]).toEqual(['{"id":1,"g', '']);
  });
  it('says when there is nothing to read in it', () => {
    expect(rasid([file('latin.txt', 'Three killed.')])).toMatchObject({
      status: 0,
      stderr: 'latin.txt has no Arabic in it\n',
    });
    expect(rasid([file('empty.txt', '')]).stderr).toContain('no Arabic');
    expect(rasid([file('long.txt', `${text}\n`.repeat(1_000))]).stderr).toContain(
      'only its first 60000 letters',
    );
  });
});

describe('rasid extract, called wrongly, answers 2 and says what to do:', () => {
  mkdirSync(join(folder, 'folder'));
  const plain = file('a.txt', `${title}\n${text}`);
  const list = file('a.jsonl', `${JSON.stringify({ id: 1, text })}\n${JSON.stringify({ id: 2, text })}\n`);
  it.each([
    ['a file that is not there', ['none.txt'], /^rasid: none\.txt: no such file$/m],
    ['a folder', ['folder'], /this is a folder/],
    [
      'a picture',
      [
        file(
          'a.png',
          Uint8Array.from({ length: 500 }, (_, at) => at % 32),
        ),
      ],
      /a\.png holds no text/,
    ],
    ['a page', [file('a.html', `<!doctype html><p>${text}</p>`)], /rasid clean a\.html gives its article/],
    ['a list taken for a text', [list], /rasid extract --jsonl a\.jsonl reads it/],
    ['a day nobody knows', [plain, '--date', '2025-13-45'], /--date takes .* 2026-01-31/],
    ['a text and a list', [plain, '--jsonl', list], /not both/],
    ['two ways to answer', [plain, '--json', '--codes', 'acled'], /cannot be used with/],
    ['an explanation of a list', ['--explain', '--jsonl', list], /cannot be used with/],
    ['a mark for no CSV', [plain, '--bom'], /--bom goes with --codes/],
  ])('%s', (_, args, said) => {
    const { status, stderr } = rasid(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
  });
});

describe('rasid extract --codes acled', () => {
  const lines = [
    { id: 'x,1', date: '2025-03-10', title, text },
    { id: 2, text: 'هدد الجيش بقصف مدفعي على بلدة سرمين في ريف إدلب غدا.' },
    { id: 3, title: 'زلزال بقوة 5.2 درجات يضرب شرق الجزائر', text: 'ضرب زلزال ولاية سكيكدة فجر اليوم.' },
  ].map((line) => JSON.stringify(line));
  it('writes one head, a line an event with its article, and says what was left out', () => {
    const { status, stdout, stderr } = rasid(['--codes', 'acled', '--jsonl', '-'], lines.join('\n'));
    const [head, first, ...others] = stdout.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(head).toMatch(/^event_id_cnty,event_date,.*,tags,timestamp$/);
    expect(first).toContain('"article=x,1; status=main');
    expect(others).toEqual([]);
    expect(stderr).toContain('outside ACLED');
  });
  it('takes the day of lines without one from --date, and begins with a mark where Excel is to read it', () => {
    const line = JSON.stringify({ id: 1, text });
    const { stdout } = rasid(['--codes', 'acled', '--bom', '--date', '2025-03-10', '--jsonl', '-'], line);
    expect(stdout.startsWith('\uFEFFevent_id_cnty')).toBe(true);
    expect(stdout).toContain(',2025-03-09,2025,1,');
  });
  it('writes the head alone for a list without events', () => {
    expect(rasid(['--codes', 'acled', '--jsonl', '-'], '').stdout.split('\n')).toHaveLength(2);
  });
});
