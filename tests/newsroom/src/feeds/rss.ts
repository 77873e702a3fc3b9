import { escapeMarkup, paragraphsHtml, sampleNotice } from '../markup.ts';
import type { FeedInput } from './feed.ts';

/** RSS 2.0 as the specification has it. */
export function rssFeed({ outlet, title, origin, pieces }: FeedInput): string {
  const items = pieces.map((piece) => {
    const url = escapeMarkup(origin + piece.path);
    return `<item>
<title>${escapeMarkup(piece.title)}</title>
<link>${url}</link>
<guid isPermaLink="false">${outlet.id}-${piece.number}</guid>
<pubDate>${piece.publishedAt.toUTCString()}</pubDate>
<category>${escapeMarkup(piece.section)}</category>
<description><![CDATA[<p>${escapeMarkup(piece.lead)}</p>]]></description>
${piece.feedContent ? `<content:encoded><![CDATA[${paragraphsHtml(piece.paragraphs)}]]></content:encoded>\n` : ''}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${escapeMarkup(`${outlet.name.ar} (عيّنة): ${title}`)}</title>
<link>${origin}/</link>
<description>${escapeMarkup(sampleNotice)}</description>
<language>ar</language>
<generator>Rasid sample newsroom</generator>
<ttl>1</ttl>
${items.join('\n')}
</channel>
</rss>
`;
}
