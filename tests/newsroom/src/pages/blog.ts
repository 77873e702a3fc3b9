import { arabicDateLine, localIso } from '../dates.ts';
import { escapeMarkup, paragraphsHtml, sampleNotice } from '../markup.ts';
import type { PageInput } from './page.ts';

const shareBar = `<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">شارك هذا الموضوع:</h3><div class="sd-content"><ul><li><a href="#">انقر للمشاركة على فيسبوك</a></li><li><a href="#">انقر للمشاركة على تلغرام</a></li></ul></div></div>`;

const comments = `<div id="comments" class="comments-area"><h2 class="comments-title">تعليقان</h2>
<div class="comment"><div class="comment-author">أبو سالم</div><div class="comment-content"><p>الله يحمي الجميع ويصلح الأحوال، شكراً على المتابعة.</p></div></div>
<div class="comment"><div class="comment-author">قارئ</div><div class="comment-content"><p>نرجو نشر التفاصيل كاملة عند توفرها.</p></div></div>
<div id="respond"><h3>اترك تعليقاً</h3><form><textarea name="comment"></textarea><input type="submit" value="إرسال التعليق"></form></div></div>`;

const readAlso = (path: string, title: string): string =>
  `<div class="inline-related"><strong>اقرأ أيضاً:</strong> <a href="${escapeMarkup(path)}">${escapeMarkup(title)}</a></div>`;

/** A WordPress page: nested divs, share bars above and below, a "read also" box inside the text, tags, comments. */
export function blogPage({ outlet, piece, others }: PageInput): string {
  const title = escapeMarkup(piece.title);
  const [first] = others;
  const half = Math.ceil(piece.paragraphs.length / 2);
  const inline = first ? readAlso(first.path, first.title) : '';
  return `<!DOCTYPE html>
<html dir="rtl" lang="${piece.language}">
<head><meta charset="UTF-8"><title>${title} - ${outlet.name.ar}</title>
<meta property="og:title" content="${title} - ${outlet.name.ar}"><meta property="article:published_time" content="${localIso(piece.publishedAt)}"></head>
<body class="rtl single single-post">
<div id="page" class="site"><div class="top-bar"><div class="breaking"><span>عاجل</span><a href="/">${outlet.name.ar} لحظة بلحظة</a></div></div>
<div id="content"><div class="wrap"><div class="col-8">
<div class="post-${piece.number} post type-post hentry">
<div class="entry-header"><div class="cat-links"><a href="/category">${escapeMarkup(piece.section)}</a></div><h1 class="entry-title">${title}</h1>
<div class="entry-meta"><span class="posted-on">${arabicDateLine(piece.publishedAt)}</span> <span class="author vcard">${escapeMarkup(piece.author ?? 'فريق التحرير')}</span> <span class="views">1,204 مشاهدة</span></div></div>
${shareBar}
<div class="entry-content">
${paragraphsHtml(piece.paragraphs.slice(0, half))}
${inline}
${paragraphsHtml(piece.paragraphs.slice(half))}
</div>
${shareBar}
<div class="tags-links">الوسوم: ${piece.keywords.map((word) => `<a href="/tag" rel="tag">${escapeMarkup(word)}</a>`).join(' ')}</div>
<div class="newsletter"><p>اشترك في النشرة البريدية ليصلك كل جديد</p><form><input type="email"><button>اشتراك</button></form></div>
</div>
<div class="related-posts"><h3>مواضيع ذات صلة</h3>
${others.map((other) => `<div class="item"><a href="${escapeMarkup(other.path)}">${escapeMarkup(other.title)}</a></div>`).join('\n')}
</div>
${comments}
</div><div class="col-4 sidebar"><div class="widget"><h3>الأكثر مشاهدة</h3><ul>
${others.map((other) => `<li><a href="${escapeMarkup(other.path)}">${escapeMarkup(other.title)}</a></li>`).join('\n')}
</ul></div></div></div></div>
<div class="site-footer"><div>${sampleNotice}</div></div></div>
</body></html>
`;
}
