import { localIso } from '../dates.ts';
import { escapeMarkup, plainParagraphs, sampleNotice, scriptJson } from '../markup.ts';
import type { PageInput } from './page.ts';

function linkedData({ outlet, origin, piece }: PageInput): string {
  return `<script type="application/ld+json">${scriptJson({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: outlet.name.ar, url: `${origin}/` },
      {
        '@type': 'NewsArticle',
        headline: piece.title,
        articleBody: plainParagraphs(piece.paragraphs).join('\n\n'),
        datePublished: localIso(piece.publishedAt),
        dateModified: localIso(piece.updatedAt ?? piece.publishedAt),
        articleSection: piece.section,
        author: piece.author ? [{ '@type': 'Person', name: piece.author }] : [],
        publisher: { '@type': 'Organization', name: outlet.name.ar },
      },
    ],
  })}</script>`;
}

function embeddedState({ piece, others }: PageInput): string {
  return `<script id="__NEXT_DATA__" type="application/json">${scriptJson({
    props: {
      pageProps: {
        article: {
          id: piece.number,
          headline: piece.title,
          publishedAt: localIso(piece.publishedAt),
          updatedAt: localIso(piece.updatedAt ?? piece.publishedAt),
          author: piece.author,
          section: { name: piece.section },
          body: plainParagraphs(piece.paragraphs).map((text) => ({
            type: 'paragraph',
            html: `<p>${escapeMarkup(text)}</p>`,
          })),
        },
        latest: others.map((other) => ({ id: other.number, headline: other.title, path: other.path })),
      },
    },
    page: '/story/[slug]',
    buildId: 'sample',
  })}</script>`;
}

/** A JavaScript shell: the text stands only in JSON-LD (even numbers) or in the framework's state (odd numbers). */
export function shellPage(input: PageInput): string {
  const { outlet, origin, piece } = input;
  const title = escapeMarkup(piece.title);
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"/><title>${title} | ${outlet.name.ar}</title>
<meta property="og:title" content="${title}"/><meta property="og:url" content="${escapeMarkup(origin + piece.path)}"/>
${piece.number % 2 === 0 ? linkedData(input) : ''}
</head><body><div id="__next"><div class="spinner">جارٍ التحميل…</div></div>
<noscript>يحتاج هذا الموقع إلى تفعيل جافاسكريبت.</noscript>
<footer>${sampleNotice}</footer>
${piece.number % 2 === 0 ? '' : embeddedState(input)}
<script src="/_next/static/main.js" async></script></body></html>
`;
}
