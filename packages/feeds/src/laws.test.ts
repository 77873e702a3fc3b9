import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes, parseFeed, readFeedDate } from './index.ts';
import { readXml } from './readers/read-xml.ts';
import { readStrictly } from './readers/strict.ts';

const pieces = [
  '<?xml version="1.0" encoding="utf-8"?>',
  '<rss version="2.0">',
  '<channel>',
  '</channel>',
  '<item>',
  '</item>',
  '<title>',
  '</title>',
  '<link>https://e.org/1',
  '</link>',
  '<description><![CDATA[',
  ']]>',
  '</description>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<entry>',
  '<content type="xhtml"><div>',
  '<urlset>',
  '<url><loc>',
  '<!-- ',
  '-->',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&amp;lt;p&amp;gt;',
  '&#x0;',
  '&nbsp;',
  '&',
  '<',
  '>',
  '"',
  "='",
  ' a="<b" a=1',
  'خبر ',
  '\u0000',
  '\ud800',
  '{"items":[{"id":1,',
  '}]}',
  'pubDate>31 Feb 2025',
];
const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 60 });

describe('whatever comes', () => {
  it('parseFeed answers, with a feed or the reason why there is none', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (parts) => {
        const result = await parseFeed({ bytes: parts.join(''), url: 'https://e.org/' });
        expect('error' in result || Array.isArray(result.entries)).toBe(true);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result); // plain values only
      }),
      { numRuns: 1_500 },
    );
  });

  it('bytes are read too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(typeof decodeBytes(bytes).text).toBe('string');
        await parseFeed({ bytes, url: null });
      }),
      { numRuns: 500 },
    );
  });

  it('the same document gives the same answer', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (parts) => {
        const input = { bytes: parts.join(''), url: null };
        expect(await parseFeed(input)).toEqual(await parseFeed(input));
      }),
      { numRuns: 300 },
    );
  });

  it('a date is one that exists, or none', () => {
    const word = fc.constantFrom(
      '2',
      '31',
      '2025',
      '1446',
      'Dec',
      'رجب',
      'آب',
      '10:05',
      '+0300',
      'م',
      '-',
      '/',
      ',',
      'هـ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 3 })), { maxLength: 9 }), (words) => {
        const found = readFeedDate(words.join(' '), 'Asia/Damascus');
        if (found) expect(Number.isNaN(Date.parse(found.iso))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('what a feed was cut from keeps the items before the cut', async () => {
    const item = (at: number) =>
      `<item><title>خبر ${at}</title><link>https://e.org/${at}</link><guid>${at}</guid></item>`;
    const head = '<rss version="2.0"><channel><title>ع</title>';
    const items = Array.from({ length: 8 }, (_, at) => item(at));
    const whole = `${head}${items.join('')}</channel></rss>`;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: head.length, max: whole.length }), async (cut) => {
        const result = await parseFeed({ bytes: whole.slice(0, cut), url: null });
        if ('error' in result) throw new Error(result.error);
        const complete = Math.min(8, Math.floor((cut - head.length) / item(0).length));
        expect(result.entries.slice(0, complete).map(({ id }) => id)).toEqual(
          Array.from({ length: complete }, (_, at) => String(at)),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('a well-formed feed', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'ابتثجحخ aZ09&<>"\'.:/-'),
    minLength: 1,
    maxLength: 20,
  });
  const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const element = (name: string, text: string, isCdata: boolean) =>
    `<${name}>${isCdata ? `<![CDATA[${text}]]>` : escaped(text)}</${name}>`;
  const written = fc.tuple(letters, fc.boolean());

  it('means to both readings what it says', async () => {
    const item = fc.record({ title: written, description: written, guid: written });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 5 }), async (items) => {
        const body = items.map(
          ({ title, description, guid }) =>
            `<item>${element('title', ...title)}${element('description', ...description)}${element('guid', ...guid)}</item>`,
        );
        const xml = `<rss version="2.0"><channel><title>ع</title>${body.join('')}</channel></rss>`;
        const said = items.map(({ title, description, guid }) =>
          [title, description, guid].map(([text]) => text.trim() || null),
        );
        const scanned = readXml(xml)?.feed.entries.map(({ title, summary, id }) => [title, summary, id]);
        expect(scanned).toEqual(said);
        const strict = await readStrictly(xml);
        if (strict === null || 'refusal' in strict) throw new Error('refused');
        expect(strict.entries.map(({ title, summary, id }) => [title, summary, id])).toEqual(said);
      }),
      { numRuns: 300 },
    );
  });
});

/** Each is read within the time limit of a test; a reading that looks twice at each character would take hours. */
describe('documents made to hurt', () => {
  const size = 1_900_000; // as much as rss-parser is asked to read
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const within = '<rss><channel><item><title>';
  it.each([
    ['openings without end', `${within}${fill('<a')}`],
    ['tags within tags', `${within}${fill('<a>')}`],
    ['ends of nothing', `${within}${fill('</b>')}`],
    ['ends of items that never began', `<rss><channel>${fill('<link/></item>')}`],
    ['ends of items behind one', `<rss><channel><item/>${fill('<link/><b></item>')}`],
    ['comments without end', `${within}${fill('<!--')}`],
    ['CDATA without end', `${within}${fill('<x><![CDATA[')}`],
    ['CDATA that ends far off', `${within}${fill('<x><![CDATA[')}</x>`],
    ['quotes across tags', `${within}${fill('<a b="< ')}`],
    ['ampersands', `${within}${fill('&a')}`],
    ['escaped tags', `${within}<![CDATA[${fill('&lt;p&gt;')}]]>`],
    ['blanks', fill(' ')],
    ['zeros', fill('\u0000')],
    ['brackets', fill('[')],
    ['an open string', `{"items":["${fill('\\"')}`],
    ['words', fill('خبر ')],
    ['line ends in a date', `<rss><channel><item><pubDate>${fill('\n1 ')}`],
    ['half an address', `<rss><channel><item><link>${fill('http://')}`],
  ])('%s', async (_, document) => {
    expect(await parseFeed({ bytes: document, url: null })).toBeTypeOf('object');
  });

  it('ten thousand items are all read', async () => {
    const items = Array.from(
      { length: 10_000 },
      (_, at) => `<item><title>${at}</title><guid>${at}</guid></item>`,
    );
    const result = await parseFeed({ bytes: `<rss><channel>${items.join('')}</channel></rss>`, url: null });
    expect('entries' in result && result.entries.length).toBe(10_000);
    expect('entries' in result && result.entries.at(-1)?.id).toBe('9999');
  });

  it('random bytes of ten million are no feed', async () => {
    const bytes = new Uint8Array(10_000_000);
    let state = 1; // the same bytes at every run
    for (let at = 0; at < bytes.length; at++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      bytes[at] = state >>> 16;
    }
    expect(await parseFeed({ bytes, url: null })).toMatchObject({ error: 'not-a-feed' });
  });
});
