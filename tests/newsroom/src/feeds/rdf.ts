import { escapeMarkup, sampleNotice } from '../markup.ts';
import type { FeedInput } from './feed.ts';

/** RDF (RSS 1.0) without dates. */
export function rdfFeed({ outlet, title, origin, pieces }: FeedInput): string {
  const urls = pieces.map((piece) => escapeMarkup(origin + piece.path));
  const items = pieces.map(
    (piece, index) => `<item rdf:about="${urls[index]}">
<title>${escapeMarkup(piece.title)}</title>
<link>${urls[index]}</link>
<description>${escapeMarkup(piece.lead)}</description>
<dc:subject>${escapeMarkup(piece.section)}</dc:subject>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${origin}/">
<title>${escapeMarkup(`${outlet.name.ar} (عيّنة): ${title}`)}</title>
<link>${origin}/</link>
<description>${escapeMarkup(sampleNotice)}</description>
<items><rdf:Seq>
${urls.map((url) => `<rdf:li rdf:resource="${url}"/>`).join('\n')}
</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`;
}
