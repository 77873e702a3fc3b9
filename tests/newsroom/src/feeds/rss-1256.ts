import { escapeMarkup, sampleNotice } from '../markup.ts';
import { encodeWindows1256 } from '../windows-1256.ts';
import type { FeedInput } from './feed.ts';

/** RSS of an old system: windows-1256 that neither prolog nor header names, relative links, every other date missing. */
export function undeclaredRssFeed({ outlet, title, pieces }: FeedInput): Buffer {
  const items = pieces.map((piece) => {
    const date = piece.number % 2 === 0 ? `<pubDate>${piece.publishedAt.toUTCString()}</pubDate>\n` : '';
    return `<item>
<title>${escapeMarkup(piece.title)}</title>
<link>${escapeMarkup(piece.path)}</link>
${date}<description>${escapeMarkup(piece.lead)}</description>
</item>`;
  });
  return encodeWindows1256(`<?xml version="1.0"?>
<rss version="2.0">
<channel>
<title>${escapeMarkup(`${outlet.name.ar} (عينة): ${title}`)}</title>
<link>/</link>
<description>${escapeMarkup(sampleNotice)}</description>
<generator>Rasid sample newsroom</generator>
${items.join('\n')}
</channel>
</rss>
`);
}
