import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { challengeSigns } from './challenges.ts';
import { isMalformed, parseFeed, plainText } from './index.ts';

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>عينة</title><link>https://example.org/</link>${items}</channel></rss>`;

describe('parseFeed', () => {
  it('keeps where a date was read and what of it is assumed', async () => {
    const bytes = rss(
      '<item><title>أ</title><pubDate>3 كانون الأول 2025 10:05</pubDate></item><item><title>ب</title><pubDate>12 رجب 1446</pubDate></item>',
    );
    const result = await parseFeed({ bytes, url: null, timeZone: 'Asia/Damascus' });
    expect(result).toMatchObject({
      entries: [
        {
          publishedAt: '2025-12-03T10:05:00+03:00',
          publishedBasis: { field: 'pubdate', zone: 'assumed', precision: 'minute', calendar: 'gregorian' },
        },
        {
          publishedAt: '2025-01-12T00:00:00+03:00',
          publishedBasis: { field: 'pubdate', zone: 'assumed', precision: 'day', calendar: 'hijri' },
        },
      ],
      problems: ['dates without a zone'],
    });
  });

  it('keeps the items whose date cannot be read, and says so', async () => {
    const result = await parseFeed({
      bytes: rss('<item><title>أ</title><pubDate>قريبا</pubDate></item>'),
      url: null,
    });
    expect(result).toMatchObject({
      entries: [{ title: 'أ', publishedAt: null }],
      problems: ['unreadable dates'],
    });
  });

  it.each(['<', '<!--', 'خبر<p>\n'])('reads a text of a megabyte of %j like any other', async (unit) => {
    const content = unit.repeat(1_000_000 / unit.length);
    const bytes = rss(`<item><title>أ</title><description><![CDATA[${content}]]></description></item>`);
    const entries = [{ title: 'أ', content: null, summary: content.trim() }];
    expect(await parseFeed({ bytes, url: null })).toMatchObject({ entries });
  });

  it('answers for each document alone, whatever came before', async () => {
    const good = rss('<item><title>أ</title></item>');
    const before = await parseFeed({ bytes: good, url: null });
    await parseFeed({ bytes: rss('<item><title>أ & <b>').slice(0, -20), url: null });
    expect(await parseFeed({ bytes: good, url: null })).toEqual(before);
  });

  it('knows repairs from remarks', () => {
    expect(isMalformed(['relative links', 'cut off'])).toBe(true);
    expect(isMalformed(['relative links', 'dates without a zone'])).toBe(false);
  });
});

describe('plainText', () => {
  it.each([
    ['قبل <b>وبعد</b>', 'قبل وبعد'],
    ['A &amp;amp; B', 'A & B'],
    ['&lt;p&gt;خبر&lt;/p&gt;', 'خبر'],
    ['5 < 6 و 7 > 6', '5 < 6 و 7 > 6'],
    ['سطر\n  آخر', 'سطر آخر'],
    ['<p> </p>', null],
    [null, null],
  ])('%s', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});

describe('a gzip file', () => {
  it('is opened', async () => {
    const bytes = gzipSync(rss('<item><title>أ</title></item>'));
    expect(await parseFeed({ bytes, url: null })).toMatchObject({ entries: [{ title: 'أ' }] });
  });

  it('is left closed when it is cut off or a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    expect(await parseFeed({ bytes: bomb, url: null })).toMatchObject({ error: 'not-a-feed' });
    const cut = gzipSync(rss('')).subarray(0, 40);
    expect(await parseFeed({ bytes: cut, url: null })).toMatchObject({ error: 'not-a-feed' });
  });
});

describe('pages in place of a feed', () => {
  it.each(challengeSigns)('$is', ({ pattern, is, isNot }) => {
    expect(pattern.test(is)).toBe(true);
    expect(pattern.test(isNot)).toBe(false);
  });

  it('a whole page with a comment form behind a captcha is a page', async () => {
    const words = 'قال المجلس المحلي إن الجسر الجديد فُتح أمام السيارات صباح اليوم. '.repeat(60);
    const page = `<html><head><title>صدى</title></head><body>${words}<form><input type="password"><div class="g-recaptcha"></div></form></body></html>`;
    expect(await parseFeed({ bytes: page, url: null })).toMatchObject({ error: 'html' });
  });
});

describe('what a feed asks about how often to come', () => {
  it.each([
    ['<ttl>30</ttl>', 30],
    ['<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>\n2</sy:updateFrequency>', 30],
    ['<syn:updatePeriod>daily</syn:updatePeriod>', 1440],
    ['<ttl>5</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', 60],
    ['<ttl>soon</ttl>', null],
    ['<item><ttl>30</ttl></item>', null],
  ])('is read from %s', async (inner, ttlMinutes) => {
    expect(await parseFeed({ bytes: rss(inner), url: null })).toMatchObject({ feed: { ttlMinutes } });
  });
});
