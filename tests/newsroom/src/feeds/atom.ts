import { escapeMarkup, sampleNotice } from '../markup.ts';
import type { FeedInput } from './feed.ts';

/** Atom whose entries have ids and tracking parameters of their own, as topic feeds often do. */
export function atomFeed({ outlet, title, origin, pieces }: FeedInput): string {
  const newest = pieces[0]?.publishedAt ?? new Date(0);
  const entries = pieces.map((piece) => {
    const url = escapeMarkup(`${origin}${piece.path}?utm_source=atom&utm_medium=feed`);
    return `<entry>
<id>tag:${outlet.id}.example,2026:${piece.number}</id>
<title type="html">${escapeMarkup(escapeMarkup(piece.title))}</title>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${piece.publishedAt.toISOString()}</published>
<updated>${(piece.updatedAt ?? piece.publishedAt).toISOString()}</updated>
${piece.author ? `<author><name>${escapeMarkup(piece.author)}</name></author>\n` : ''}<summary>${escapeMarkup(piece.lead)}</summary>
</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">
<id>tag:${outlet.id}.example,2026:feed</id>
<title>${escapeMarkup(`${outlet.name.ar} (عيّنة): ${title}`)}</title>
<subtitle>${escapeMarkup(sampleNotice)}</subtitle>
<link href="${origin}/"/>
<updated>${newest.toISOString()}</updated>
<generator>Rasid sample newsroom</generator>
${entries.join('\n')}
</feed>
`;
}
