import { describe, expect, it } from 'vitest';
import { cleanPage, decodePage } from './index.ts';

const paragraphs = [
  'أعلنت مديرية الأمن في بلدة وادي الزيتون اليوم القبض على ثلاثة أشخاص يشتبه في سرقتهم أسلاك الكهرباء من المحطة الجديدة.',
  'وقال مصدر في المديرية إن الدوريات ضبطت سيارتين كانتا محملتين بالأسلاك، وإن التحقيق مستمر لمعرفة بقية أفراد المجموعة.',
  'وتعاني البلدة منذ أسابيع من انقطاع متكرر في التيار، بحسب سكان تحدثوا إلى مراسلنا صباح الثلاثاء.',
];
const wrap = (body: string, head = '') =>
  `<html lang="ar"><head><title>القبض على سارقي الأسلاك | موقع العينة</title>${head}</head><body>${body}</body></html>`;
const clean = (html: string | Uint8Array, more = {}) =>
  cleanPage({ html, url: 'https://example.org/2025/12/02/a', timeZone: 'Asia/Damascus', ...more });

describe('the text of a page', () => {
  const wanted = paragraphs.join('\n');
  it.each([
    [
      'in paragraphs',
      `<nav><a href="/">الرئيسية</a></nav><div class="c">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>`,
    ],
    [
      'by line breaks',
      `<form id="aspnetForm"><table><tr><td><span id="lblBody">${paragraphs.join('<br><br>')}</span></td></tr></table></form>`,
    ],
    [
      'in bare divs',
      `<div id="menu-wrapper"><div>${paragraphs.map((text) => `<div>${text}</div>`).join('')}</div></div>`,
    ],
    [
      'beside boxes',
      `<article>${paragraphs.map((text) => `<p>${text}</p>`).join('<p>اقرأ أيضاً: خبر آخر لا علاقة له</p>')}<div class="share">شارك</div><p>تابعنا على فيسبوك</p></article><div class="related"><ul>${'<li><a href="/x">عنوان خبر آخر طويل بعض الشيء هنا</a></li>'.repeat(9)}</ul></div>`,
    ],
    [
      'inside an anchor that was never closed',
      `<a name="top"><div>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>`,
    ],
  ])('%s', (_, html) => expect(clean(wrap(html)).article?.text).toBe(wanted));

  it('has a picture from the web or none', () => {
    const image = (address: string) =>
      clean(wrap(`<p>${wanted}</p>`, `<meta property="og:image" content="${address}">`)).article?.image;
    expect(image('/a.jpg')).toBe('https://example.org/a.jpg');
    for (const address of ['javascript:alert(1)', 'data:image/gif;base64,R0', 'mailto:a@b', 'http://['])
      expect(image(address)).toBe(null);
  });

  it('comes from the state of a JavaScript shell when the page has none', () => {
    const state = JSON.stringify({
      props: { article: { title: 'عنوان', body: paragraphs.map((text) => `<p>${text}</p>`).join('') } },
    });
    const { outcome, article } = clean(
      wrap(`<div id="root"></div><script id="__NEXT_DATA__" type="application/json">${state}</script>`),
    );
    expect([outcome, article?.text]).toEqual(['article', wanted]);
  });

  it('comes from the feed when that is fuller', () => {
    const feedEntry = {
      title: 'عنوان',
      summary: null,
      content: paragraphs.map((text) => `<p>${text}</p>`).join(''),
      author: null,
      publishedAt: null,
      updatedAt: null,
    };
    expect(clean(wrap(`<p>${paragraphs[0]}</p>`), { feedEntry }).article?.text).toBe(wanted);
  });

  it('keeps the words of the page as they are', () => {
    const text =
      'قُتِلَ مـدنيّ في حادثٍ وقع قرب البلدة، وأُصيب آخران بجروح متوسطة بعد منتصف ليل أمس، حسبما أفادت به مديرية الصحة في بيان قصير نشرته هذا الصباح.';
    expect(clean(wrap(`<p>${text}</p>`)).article?.text).toBe(text);
  });
});

describe('title, date, author', () => {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
  it('leaves the outlet out of the title', () => {
    expect(clean(wrap(body)).article?.title).toBe('القبض على سارقي الأسلاك');
  });

  it('leaves the outlet out of the title also where it comes first, as the feed shows', () => {
    const feedEntry = {
      title: 'القبض على سارقي الأسلاك',
      summary: null,
      content: null,
      author: null,
      publishedAt: null,
      updatedAt: null,
    };
    const html = `<html><head><title>صحيفة العينة - القبض على سارقي الأسلاك</title></head><body>${body}</body></html>`;
    expect(clean(html, { feedEntry }).article?.title).toBe('القبض على سارقي الأسلاك');
  });

  it('reads JSON-LD before everything else, and keeps the outlet’s own day', () => {
    const linked = {
      '@type': 'NewsArticle',
      headline: 'عنوان من البيانات',
      datePublished: '2025-12-02T01:30:00+03:00',
      author: { name: 'سلمى الحاج' },
    };
    const { article } = clean(
      wrap(body, `<script type="application/ld+json">${JSON.stringify(linked)}</script>`),
    );
    expect(article).toMatchObject({
      title: 'عنوان من البيانات',
      publishedAt: '2025-12-02T01:30:00+03:00',
      publishedBasis: 'jsonld',
      authors: ['سلمى الحاج'],
    });
  });

  it('reads a date in Arabic words, and falls back to the address', () => {
    expect(clean(wrap(`<span>الثلاثاء 2 كانون الأول 2025 - 10:05</span>${body}`)).article).toMatchObject({
      publishedAt: '2025-12-02T10:05:00+03:00',
      publishedBasis: 'text',
    });
    expect(clean(wrap(body)).article).toMatchObject({
      publishedAt: '2025-12-02T00:00:00+03:00',
      publishedBasis: 'url',
    });
  });

  it('does not take the developer for the author', () => {
    expect(clean(wrap(body, '<meta name="author" content="admin">')).article?.authors).toEqual([]);
  });
});

describe('the outcome', () => {
  it.each([
    [
      'not-arabic',
      wrap(
        '<p>Les forces de sécurité ont annoncé ce matin une opération dans la ville voisine, selon un communiqué officiel.</p><p>Trois personnes ont été arrêtées et plusieurs armes ont été saisies au cours de cette opération, selon la même source.</p>',
      ),
    ],
    ['too-short', wrap('<p>خبر قصير جداً من بلدة صغيرة في الريف.</p>')],
    [
      'bot-wall',
      '<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing the site.</p></body></html>',
    ],
    [
      'not-article',
      wrap(
        `<ul>${'<li><a href="/x">عنوان خبر من القائمة الطويلة في الصفحة الأولى</a></li>'.repeat(60)}</ul>`,
      ),
    ],
  ])('%s', (outcome, html) => expect(clean(html).outcome).toBe(outcome));
});

describe('charset', () => {
  const bytes1256 = (text: string) => {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [
        new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
        byte,
      ]),
    );
    return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 0x3f));
  };
  const html = wrap(`<p>${paragraphs.join('</p><p>')}</p>`);

  it('reads windows-1256 that nothing declares, or that is declared as something else', () => {
    for (const head of ['', '<meta charset="utf-8">', '<meta charset="iso-8859-1">']) {
      expect(clean(bytes1256(html.replace('</head>', `${head}</head>`))).article?.text).toBe(
        paragraphs.join('\n'),
      );
    }
  });

  it('reads UTF-8 that calls itself windows-1256', () => {
    const bytes = new TextEncoder().encode(html);
    expect(decodePage(bytes, 'text/html; charset=windows-1256')).toMatchObject({ charset: 'utf-8' });
  });

  it('reads UTF-16 with or without a mark', () => {
    const little = Buffer.from(html, 'utf16le');
    for (const bytes of [Buffer.concat([Buffer.from([0xff, 0xfe]), little]), little])
      expect(clean(bytes).article?.text).toBe(paragraphs.join('\n'));
  });
  it('keeps UTF-8 that is cut inside a letter or has a broken byte', () => {
    const bytes = Buffer.from(html);
    expect(decodePage(bytes.subarray(0, bytes.indexOf(Buffer.from('الزيتون')) + 3), null)).toMatchObject({
      charset: 'utf-8',
    });
    expect(decodePage(Buffer.concat([bytes, Buffer.from([0xff])]), null)).toMatchObject({ charset: 'utf-8' });
  });
  it('reads ISO 8859-6 that nothing declares', () => {
    const decoder = new TextDecoder('iso-8859-6');
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
    );
    const bytes = Uint8Array.from([...html], (letter) => table.get(letter) ?? 0x3f);
    expect(clean(bytes).article?.text).toBe(paragraphs.join('\n'));
  });
  it('leaves a Latin page Latin', () => {
    const bytes = Buffer.from(
      '<p>Les forces de s\u00e9curit\u00e9 ont annonc\u00e9 une op\u00e9ration.</p>',
      'latin1',
    );
    expect(decodePage(bytes, 'text/html; charset=iso-8859-1').text).toContain('s\u00e9curit\u00e9');
  });
  it('repairs text that was read as windows-1256 and written once more', () => {
    const twice = new TextEncoder().encode(
      new TextDecoder('windows-1256').decode(new TextEncoder().encode(html)),
    );
    expect(decodePage(twice, null).text).toContain(paragraphs[2]);
  });
  it('repairs the spoilt part of a page and keeps the rest', () => {
    const spoilt = new TextDecoder('windows-1252').decode(new TextEncoder().encode(paragraphs[0]));
    const mixed = new TextEncoder().encode(`<p>${spoilt}</p><p>${paragraphs[1]}</p>`);
    expect(decodePage(mixed, null).text).toBe(`<p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>`);
  });
  it('repairs text that was decoded twice', () => {
    const once = new TextEncoder().encode(html);
    const twice = new TextEncoder().encode(new TextDecoder('windows-1252').decode(once));
    expect(decodePage(twice, null).text).toContain(paragraphs[2]);
  });
});
