import { describe, expect, it } from 'vitest';
import { parseFeed } from './index.ts';

const item =
  '<item><title>عنوان أول &amp; ثان</title><link>/a/1</link><guid isPermaLink="false">7</guid><pubDate>Tue, 02 Dec 2025 10:05:00 +0300</pubDate><description>خلاصة</description></item>';
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>عينة</title><link>https://example.org/</link><language>ar</language>${items}</channel></rss>`;
const read = async (bytes: string | Uint8Array) => {
  const result = await parseFeed({ bytes, url: 'https://example.org/feed', timeZone: 'Asia/Damascus' });
  if ('error' in result) throw new Error(result.error);
  return result;
};

describe('parseFeed', () => {
  it('reads RSS: absolute links, ISO dates, plain titles', async () => {
    const { feed, entries, problems } = await read(rss(item));
    expect(feed).toEqual({ title: 'عينة', url: 'https://example.org/', language: 'ar', kind: 'rss' });
    expect(entries).toEqual([
      {
        id: '7',
        url: 'https://example.org/a/1',
        title: 'عنوان أول & ثان',
        summary: 'خلاصة',
        content: null,
        author: null,
        publishedAt: '2025-12-02T10:05:00+03:00',
        updatedAt: null,
        categories: [],
        enclosures: [],
      },
    ]);
    expect(problems).toEqual(['relative links']);
  });

  it.each([
    [
      'atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>ع</title><entry><id>x</id><title>خبر</title><link href="https://e.org/1"/><updated>2025-12-02T10:05:00Z</updated></entry></feed>',
    ],
    [
      'rdf',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>ع</title><link>https://e.org</link></channel><item rdf:about="https://e.org/1"><title>خبر</title><link>https://e.org/1</link><dc:date>2025-12-02T10:05:00Z</dc:date></item></rdf:RDF>',
    ],
    [
      'json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'ع',
        items: [{ id: 'x', url: 'https://e.org/1', title: 'خبر', date_published: '2025-12-02T10:05:00Z' }],
      }),
    ],
    [
      'sitemap',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://e.org/1</loc><news:news><news:publication_date>2025-12-02T10:05:00Z</news:publication_date><news:title>خبر</news:title></news:news></url></urlset>',
    ],
  ])('reads %s', async (kind, document) => {
    const { feed, entries } = await read(document);
    expect(feed.kind).toBe(kind);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ url: 'https://e.org/1', title: 'خبر' });
    expect(entries[0]?.publishedAt ?? entries[0]?.updatedAt).toBe('2025-12-02T10:05:00Z');
  });

  it.each([
    ['a bare ampersand', rss(item.replace('&amp;', '&'))],
    ['a document that is cut off', rss(item + item).slice(0, -60)],
    ['a doubled attribute', rss(item.replace('<guid ', '<guid a="1" a="2" '))],
    ['bytes before the prolog', `warning: x\n${rss(item)}`],
    ['control characters', rss(item.replace('خلاصة', 'خل\u0001اصة'))],
  ])('mends %s and says so', async (_, document) => {
    const { entries, problems } = await read(document);
    expect(entries[0]).toMatchObject({
      id: '7',
      title: 'عنوان أول & ثان',
      publishedAt: '2025-12-02T10:05:00+03:00',
    });
    expect(problems.length).toBeGreaterThan(0);
  });

  it('gives tags back that were escaped twice', async () => {
    const { entries, problems } = await read(
      rss(
        item.replace(
          'خلاصة',
          '&amp;lt;p&amp;gt;خلاصة &amp;lt;a href=&amp;quot;/x&amp;quot;&amp;gt;رابط&amp;lt;/a&amp;gt;&amp;lt;/p&amp;gt;',
        ),
      ),
    );
    expect(entries[0]?.summary).toBe('<p>خلاصة <a href="/x">رابط</a></p>');
    expect(problems).toContain('double-encoded HTML');
  });

  it('reads windows-1256 that nothing declares', async () => {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [
        new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
        byte,
      ]),
    );
    const bytes = Uint8Array.from([...rss(item)].map((letter) => table.get(letter) ?? 0x3f));
    const { entries, problems } = await read(bytes);
    expect(entries[0]?.title).toBe('عنوان أول & ثان');
    expect(problems).toContain('charset undeclared, read as windows-1256');
  });

  it.each([
    ['html', '<!doctype html><html><body>مرحبا</body></html>'],
    ['captcha', '<html><head><title>Just a moment...</title></head><body>captcha</body></html>'],
    ['empty', ' \n'],
    ['not-a-feed', 'hello'],
    ['not-a-feed', '{"a":1}'],
  ])('answers %s instead of an empty feed', async (error, document) => {
    expect(await parseFeed({ bytes: document, url: null })).toMatchObject({ error });
  });

  it('survives an entity bomb', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss(item.replace('خلاصة', '&b;')).slice(21)}`;
    expect(await parseFeed({ bytes: bomb, url: null })).toBeTypeOf('object');
  });
});
