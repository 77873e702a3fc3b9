import { arabicDay } from '../dates.ts';
import { sampleNotice } from '../markup.ts';
import type { FeedInput } from './feed.ts';

/** "الثلاثاء، 24 نوفمبر 2026 10:15": the date format of an Arabic WordPress without its English locale. */
function arabicPubDate(at: Date): string {
  const { weekday, day, gulf, year, time } = arabicDay(at);
  return `${weekday}، ${day} ${gulf} ${year} ${time}`;
}

/** RSS that no XML parser accepts: bare ampersands in links, an HTML entity, a control character. */
export function brokenRssFeed({ outlet, title, origin, pieces }: FeedInput): string {
  const items = pieces.map((piece) => {
    const link =
      piece.serve === 'nowhere' ? '' : `<link>${origin}${piece.path}?utm_source=rss&utm_medium=feed</link>\n`;
    return `<item>
<title>${piece.title}</title>
${link}<guid isPermaLink="false">${outlet.id}/?p=${piece.number}&type=post</guid>
<pubDate>${arabicPubDate(piece.publishedAt)}</pubDate>
<description>${piece.serve === 'nowhere' ? '' : `${piece.lead}&nbsp;\u0003[&hellip;]`}</description>
</item>`;
  });
  return `\n<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
<channel>
<title>${title} (عيّنة) & أخبار</title>
<link>${origin}/</link>
<description>${sampleNotice}</description>
<generator>Rasid sample newsroom</generator>
${items.join('\n')}
</channel>
</rss>
`;
}
