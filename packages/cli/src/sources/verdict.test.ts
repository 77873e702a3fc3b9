import { type FeedResult, parseFeed } from '@rasid/feeds';
import type { Reading } from '@rasid/fetcher';
import { describe, expect, it } from 'vitest';
import { report } from './check.ts';
import { type Checked, judge } from './verdict.ts';

const now = Date.UTC(2026, 10, 26, 12);
const answer = (change: Partial<Extract<Reading, { status: number }>> = {}): Reading => ({
  status: 200,
  url: 'https://e.org/feed',
  movedTo: null,
  contentType: 'text/xml',
  bytes: new Uint8Array(),
  isWall: false,
  ms: 300,
  ...change,
});
const item =
  '<item><title>أعلنت وزارة الصحة افتتاح مستشفى جديد في المدينة</title><link>https://e.org/1</link></item>';
const parsed = await parseFeed({
  bytes: `<rss version="2.0"><channel><title>ع</title>${item}</channel></rss>`,
  url: null,
});
type Change = { title?: string; publishedAt?: string | null; problems?: string[]; count?: number };
function feed({
  title,
  publishedAt = '2026-11-26T10:00:00.000Z',
  problems = [],
  count = 5,
}: Change = {}): FeedResult {
  if ('error' in parsed) throw new Error(parsed.error);
  const entries = parsed.entries.map((entry) => ({ ...entry, title: title ?? entry.title, publishedAt }));
  return { ...parsed, problems, entries: Array.from({ length: count }, () => entries).flat() };
}
const arabic = { id: 'a', language: 'ar' };

describe('the verdict on a feed', () => {
  it.each([
    ['alive', answer(), feed()],
    ['alive', answer(), feed({ publishedAt: null })],
    ['alive', answer(), feed({ problems: ['declared iso-8859-1, is utf-8'] })],
    ['slow', answer({ ms: 12_000 }), feed()],
    ['blocked', answer({ status: 403 }), null],
    ['blocked', answer({ status: 503, isWall: true }), null],
    ['blocked', answer(), { error: 'captcha', problems: [] }],
    ['gone', answer({ status: 410 }), null],
    ['failing', answer({ status: 500 }), null],
    ['unreachable', { failure: 'tls', why: 'TLS of e.org', ms: 9 }, null],
    ['not-a-feed', answer(), { error: 'html', problems: [] }],
    ['empty', answer(), { error: 'empty', problems: [] }],
    ['empty', answer(), feed({ count: 0 })],
    ['stale', answer(), feed({ publishedAt: '2026-11-20T10:00:00.000Z' })],
    ['malformed', answer(), feed({ problems: ['not well-formed: line 3'] })],
    ['not-arabic', answer(), feed({ title: 'این یک خبر تازه دربارهٔ چهار گروه پژوهشی است که گفت' })],
    ['not-arabic', answer(), feed({ title: 'The ministry opens a hospital' })],
  ] as [string, Reading, FeedResult | null][])('is %s', (verdict, reading, result) => {
    expect(judge(arabic, reading, result, now).verdict).toBe(verdict);
  });

  it('lets a source in another language be', () => {
    expect(
      judge({ id: 'f', language: 'fr' }, answer(), feed({ title: 'Le ministre inaugure un hôpital' }), now)
        .verdict,
    ).toBe('alive');
  });

  it('says where a feed has moved to', () => {
    expect(judge(arabic, answer({ movedTo: 'https://e.org/new' }), feed(), now).detail).toBe(
      'moved to https://e.org/new',
    );
  });
});

it('puts those in trouble first and adds them up', () => {
  const checked = (id: string, verdict: Checked['verdict']): Checked => ({
    id,
    verdict,
    detail: '',
    entries: 1,
    newest: null,
    ms: 1,
  });
  const text = report([checked('b', 'alive'), checked('a', 'alive'), checked('c', 'stale')]);
  expect(text.split('\n').map((line) => line.trim().split(/\s/)[0])).toEqual(['id', 'c', 'a', 'b', '', '2']);
  expect(text).toContain('2 alive, 1 stale');
});
