import { arabicDateLine, localIso } from '../dates.ts';
import { escapeMarkup, paragraphsHtml, sampleNotice, scriptJson } from '../markup.ts';
import type { PageInput } from './page.ts';

function linkedData({ outlet, origin, piece }: PageInput): string {
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: origin + piece.path,
    headline: piece.title,
    description: piece.lead,
    datePublished: localIso(piece.publishedAt),
    dateModified: localIso(piece.updatedAt ?? piece.publishedAt),
    articleSection: piece.section,
    keywords: piece.keywords,
    inLanguage: 'ar',
    ...(piece.author ? { author: { '@type': 'Person', name: piece.author } } : {}),
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name.ar },
    image: `${origin}/images/${piece.number}.jpg`,
  });
}

/** A modern page: one article element, JSON-LD, OpenGraph. */
export function semanticPage(input: PageInput): string {
  const { outlet, origin, piece, others } = input;
  const title = escapeMarkup(piece.title);
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>${title} | ${outlet.name.ar}</title>
<link rel="canonical" href="${escapeMarkup(origin + piece.path)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${escapeMarkup(piece.lead)}">
<meta property="og:site_name" content="${outlet.name.ar}">
<meta property="article:published_time" content="${localIso(piece.publishedAt)}">
<script type="application/ld+json">${linkedData(input)}</script>
</head>
<body>
<header><a href="/">${outlet.name.ar}</a>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/local">محليات</a></li><li><a href="/arab">عربي</a></li><li><a href="/world">دولي</a></li><li><a href="/sport">رياضة</a></li></ul></nav>
</header>
<main>
<article>
<header>
<p class="kicker">${escapeMarkup(piece.section)}</p>
<h1>${title}</h1>
<p class="byline">${piece.author ? `<span rel="author">${escapeMarkup(piece.author)}</span> · ` : ''}<time datetime="${localIso(piece.publishedAt)}">${arabicDateLine(piece.publishedAt)}</time></p>
</header>
<figure><img src="/images/${piece.number}.jpg" alt=""><figcaption>صورة تعبيرية من الأرشيف</figcaption></figure>
<div class="body">
${paragraphsHtml(piece.paragraphs)}
</div>
<ul class="share"><li><a href="#facebook">فيسبوك</a></li><li><a href="#x">إكس</a></li><li><a href="#whatsapp">واتساب</a></li></ul>
</article>
<aside><h2>الأكثر قراءة</h2><ol>
${others.map((other) => `<li><a href="${escapeMarkup(other.path)}">${escapeMarkup(other.title)}</a></li>`).join('\n')}
</ol></aside>
</main>
<footer><p>${sampleNotice}</p></footer>
</body>
</html>
`;
}
