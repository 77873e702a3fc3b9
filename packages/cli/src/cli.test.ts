import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { RasidRecord } from '@rasid/contracts';
import { describe, expect, it, vi } from 'vitest';
import { configurationPage, environmentExample } from './configuration.ts';
import { createProgram } from './program.ts';
import { toTime } from './read-articles.ts';
import { splitTitle } from './read-text.ts';
import { table, widthOf } from './terminal.ts';
import { cut } from './wrap.ts';

vi.setConfig({ testTimeout: 90_000 }); // a guard against hanging: some tests start the program eight times, beside others
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url)); // npm test builds before it runs the tests
const folder = mkdtempSync(join(tmpdir(), 'rasid-cli-'));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
function rasid(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
  });
  const lines = stdout.split('\n').filter(Boolean);
  return {
    status,
    stdout,
    stderr,
    json: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
const text =
  'أعلنت قيادة الشرطة في مدينة السفيرة بريف حلب اليوم القبض على ثلاثة أشخاص يشتبه في انتمائهم إلى خلية تابعة لتنظيم داعش، بحسب بيان نشرته الوزارة.';

describe('rasid extract', () => {
  it('answers lines in the order and with the ids of its input, from a pipe', () => {
    const input = [
      { id: 7, title: 'خبر', text },
      { id: 'b', title: '', text: 'لا شيء.' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const { status, json } = rasid(['extract', '--jsonl', '-'], input);
    expect(status).toBe(0);
    expect(json().map(({ id }) => id)).toEqual([7, 'b']);
    expect(json()[0]).toMatchObject({
      genre: 'news',
      events: [{ incidentId: null, place: { country: 'SY' } }],
    });
  });

  it('answers 1 and says why when a line cannot be handled, and handles the others', () => {
    const { status, json } = rasid(
      ['extract', '--jsonl', '-'],
      `{"id":"a"}\nnot json\n{"id":${'['.repeat(1e5)}${']'.repeat(1e5)}}\n${JSON.stringify({ id: 'c', text })}\n`,
    );
    expect(status).toBe(1);
    expect(json().map(({ id, error }) => [id, error ?? null])).toEqual([
      ['a', '"text" must be text'],
      [null, 'line 2 is not JSON'],
      [null, '"id" must be text or a number'],
      ['c', null],
    ]);
  });

  it('gives the whole record with --json', () => {
    const { stdout } = rasid([
      'extract',
      '--json',
      '--date',
      '2026-01-31',
      file('a.txt', `القبض على ثلاثة\n${text}`),
    ]);
    const record = RasidRecord.parse(JSON.parse(stdout));
    expect(record.article).toMatchObject({ title: 'القبض على ثلاثة', text });
  });
});

describe('rasid clean', () => {
  const page = `<html lang="ar"><head><title>عنوان الخبر هنا</title></head><body><article><p>${text}</p></article></body></html>`;
  it('reads files beside the list, packed or not, and pages in the line', () => {
    file('p.html', page);
    file('p.html.gz', gzipSync(page));
    const list = file(
      'list.jsonl',
      [
        { id: 1, file: 'p.html', url: 'https://e.org/1' },
        { id: 2, file: 'p.html.gz', url: '' },
        { id: 3, html: page },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const { status, json } = rasid(['clean', '--jsonl', list]);
    expect(status).toBe(0);
    expect(json()).toHaveLength(3);
    for (const line of json())
      expect(line).toMatchObject({ outcome: 'article', title: 'عنوان الخبر هنا', text, language: 'ar' });
  });
  it('tells dates in the outlet’s zone, and with --details how the page was read', () => {
    const dated = page.replace(
      '<article>',
      '<article><time class="published" datetime="2025-12-02T22:30:00Z"></time>',
    );
    const list = file('dated.jsonl', JSON.stringify({ id: 1, html: dated }));
    const { json } = rasid(['clean', '--jsonl', list, '--time-zone', 'Asia/Damascus', '--details']);
    expect(json()[0]).toMatchObject({
      publishedAt: '2025-12-03T01:30:00+03:00',
      notes: ['text from page', 'day differs in the zone of the outlet'],
      shape: { isDated: true },
    });
  });
});

describe('rasid stories', () => {
  it('tells copies from new stories', () => {
    const long = `${text} ${'وقال مصدر في المحافظة إن العملية جاءت بعد متابعة استمرت أسابيع عدة وانتهت دون إصابات. '.repeat(3)}`;
    const input = [
      ['a', 'أ', long],
      ['b', 'ب', `${long} (سانا)`],
      ['c', 'ج', 'افتتح وزير الثقافة معرض الكتاب في العاصمة بمشاركة مئة دار نشر.'],
    ]
      .map(([id, outlet, own]) =>
        JSON.stringify({ id, outlet, url: `https://e.org/${id}`, date: '2026-01-31', title: '', text: own }),
      )
      .join('\n');
    const { json } = rasid(['stories', '--jsonl', '-'], input);
    expect(json().map(({ id, verdict, of }) => [id, verdict, of])).toEqual([
      ['a', 'new', null],
      ['b', 'copy', 'a'],
      ['c', 'new', null],
    ]);
  });
});

describe('wrong usage', () => {
  it.each([
    [['extract']],
    [['nonsense']],
    [['clean']],
    [['run', '--only', 'dance']],
    [['consume', 'My:Desk']],
    [['consume', 'desk', '--from', 'yesterday']],
    [['extract', '--jsonl', '/no/such/file']],
    [['dead', 'retry']],
    [['dead', 'list', '--stage', 'dance']],
    [['incidents', 'list', '--limit', '0']],
    [['incidents', 'show', 'inc_1', '--language', 'fr']],
  ])('%j answers 2 and says what to do', (args) => {
    const { status, stderr } = rasid(args);
    expect(status).toBe(2);
    expect(stderr.length).toBeGreaterThan(10);
  });
});

describe('rasid feed', () => {
  it('answers a line a file, and 1 when one is no feed', () => {
    const feed = file(
      'f.xml',
      '<rss version="2.0"><channel><title>ع</title><item><title>خبر</title><link>https://e.org/1</link></item></channel></rss>',
    );
    const { status, json } = rasid(['feed', feed, file('x.xml', '<html></html>')]);
    expect(status).toBe(1);
    expect(json()[0]).toMatchObject({
      file: feed,
      feed: { kind: 'rss' },
      entries: [{ url: 'https://e.org/1' }],
    });
    expect(json()[1]).toMatchObject({ error: expect.stringContaining('html') });
  });

  it('gives the promised fields, and the rest when asked', () => {
    const feed = file(
      'g.xml',
      '<rss version="2.0"><channel><title>ع</title><item><title>خبر</title><link>a/1</link><pubDate>3 كانون الأول 2025 10:05</pubDate></item></channel></rss>',
    );
    const more = ['--time-zone', 'Asia/Damascus', '--url', 'https://e.org/rss'];
    const line = rasid(['feed', feed, ...more]).json()[0] as { feed: object; entries: object[] };
    expect(Object.keys(line.feed)).toEqual(['title', 'url', 'language', 'kind']);
    expect(line.entries).toEqual([
      {
        id: null,
        url: 'https://e.org/a/1',
        title: 'خبر',
        summary: null,
        content: null,
        author: null,
        publishedAt: '2025-12-03T10:05:00+03:00',
        updatedAt: null,
        categories: [],
        enclosures: [],
      },
    ]);
    expect(rasid(['feed', feed, '--details']).json()[0]).toMatchObject({
      entries: [{ publishedBasis: { field: 'pubdate', zone: 'assumed', calendar: 'gregorian' } }],
    });
  });
});

describe('small parts', () => {
  it('takes a short first line as the title', () => {
    expect(splitTitle('عنوان\nنص طويل.')).toEqual({ title: 'عنوان', text: 'نص طويل.' });
    expect(splitTitle('جملة كاملة.\nأخرى.').title).toBe('');
    expect(splitTitle('سطر واحد').text).toBe('سطر واحد');
  });

  it('takes a day without a time at noon', () => {
    expect(toTime('2025-12-01')).toBe('2025-12-01T12:00:00.000Z');
    expect(toTime('2025-12-01T10:00:00+03:00')).toBe('2025-12-01T07:00:00.000Z');
    expect(toTime('2025-12-01T23:30:00', 'Asia/Riyadh')).toBe('2025-12-01T20:30:00.000Z');
    expect(toTime('soon')).toBe(null);
  });

  it('counts columns without marks and colours', () => {
    expect(widthOf('\u001b[1mقُتل\u001b[0m')).toBe(3);
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(
      table(
        ['a', 'n'],
        [
          ['x', 10],
          ['y', 2],
        ],
      ),
    ).toBe('a   n\nx  10\ny   2');
  });
});

describe('documents made from code', () => {
  it('docs/configuration.md and .env.example list every variable', async () => {
    await expect(configurationPage()).toMatchFileSnapshot('../../../docs/configuration.md');
    await expect(environmentExample()).toMatchFileSnapshot('../../../.env.example');
  });

  it('docs/cli.md is the help of every verb', async () => {
    const program = createProgram();
    const sections = [program, ...program.commands.flatMap((command) => [command, ...command.commands])].map(
      (command) => {
        command.configureHelp({ helpWidth: 100 });
        return `\`\`\`\n${command.helpInformation().trimEnd()}\n\`\`\``;
      },
    );
    await expect(
      `# The command line\n\nThis page is made from \`rasid --help\`.\n\n${sections.join('\n\n')}\n`,
    ).toMatchFileSnapshot('../../../docs/cli.md');
  });
});
