import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPage, decodePage } from './index.ts';

const sentence = 'قالت البلدية إن الطريق سيُغلق يومين لإصلاح الجدار، وإن الحافلات ستسلك الطريق القديم.';
const names = ['div', 'p', 'a', 'table', 'tr', 'td', 'span', 'ul', 'li', 'script', 'svg', 'form', 'h1', 'b'];
const pieces = fc.oneof(
  fc.constantFrom(
    ...names.flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} class="share post-content"`]),
  ),
  fc.constantFrom(
    '<br>',
    '<!--',
    '-->',
    '<![CDATA[',
    '&',
    '&#x',
    '&nbsp;',
    '<',
    '>',
    '"',
    "'",
    '=',
    '\u0000',
    '\u202e',
  ),
  fc.constantFrom(
    sentence,
    'خبر',
    '<p>',
    `<p>${sentence}</p>`,
    '<meta property="og:title" content="',
    '{"@type":',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const markup = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

describe('any markup', () => {
  it('ends with an outcome, and its text is words of the page, a paragraph a line', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const { outcome, article } = cleanPage({ html, url: 'https://a.example/b' });
        expect(outcome).toMatch(/^[a-z-]+$/);
        for (const line of article?.text.split('\n') ?? []) {
          expect(line).toBe(line.trim());
          expect(line).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('of any bytes is decoded to text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(null, 'text/html; charset=x', 'charset=utf-8'),
        (bytes, type) => {
          expect(typeof decodePage(bytes, type).text).toBe('string');
          cleanPage({ html: bytes, url: '', contentType: type });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a text that was read', () => {
  it('is read the same when it stands alone on a page', () => {
    const words = fc.array(fc.constantFrom('قال', 'البلدية', 'الطريق', 'أمس', 'سكان', 'الماء', 'مدرسة'), {
      minLength: 12,
      maxLength: 40,
    });
    const paragraphs = fc.uniqueArray(
      words.map((list) => `${list.join(' ')}.`),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(paragraphs, (lines) => {
        const html = `<article>${lines.map((line) => `<p>${line}</p>`).join('')}</article>`;
        const once = cleanPage({ html, url: '' }).article?.text;
        expect(once).toBe(lines.join('\n'));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a page that hurts', () => {
  const repeated = (piece: string) => piece.repeat(Math.floor(1_000_000 / piece.length));
  it.each([
    ['nested elements with stray closings', `${repeated('<div>')}${repeated('</b>')}`],
    ['nested lists of sentences', repeated(`<ul><li>${sentence}`)],
    ['100,000 siblings', '<p>س</p>'.repeat(100_000)],
    ['broken entities', repeated('&#xFFFFFFF;&#0;&notanentity;&amp')],
    ['text areas that never end', repeated('<textarea></b>')],
    ['titles that never end', repeated('<title></b>')],
    ['comments that never end', repeated('<!-- >')],
    ['an unclosed script', `<script>${repeated('a')}`],
    ['state without end', `<script>window.__STATE__ = {"body":"${repeated('\\"')}`],
    ['deep linked data', `<script type="application/ld+json">${repeated('{"@graph":[')}</script>`],
    ['attributes without end', `<div ${repeated('class="a" ')}`],
    ['nothing', ''],
  ])('%s ends with an outcome', (_, html) =>
    expect(typeof cleanPage({ html, url: '' }).outcome).toBe('string'),
  );

  it('does not hide the article in front of it', () => {
    const html = `<article><h1>إغلاق الطريق الجبلي</h1><p>${sentence}</p><p>${sentence.replace('يومين', 'أسبوعاً')}</p></article>${repeated('<div>')}`;
    const { outcome, notes } = cleanPage({ html, url: '' });
    expect(outcome).toBe('article');
    expect(notes).toContain('more elements than an article has, cut');
  });
});
