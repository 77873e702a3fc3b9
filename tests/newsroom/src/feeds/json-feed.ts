import { localIso } from '../dates.ts';
import { paragraphsHtml, sampleNotice } from '../markup.ts';
import type { FeedInput } from './feed.ts';

/** JSON Feed 1.1; some items carry the whole text, a revised one keeps its id and date and gets `date_modified`. */
export function jsonFeed({ outlet, title, origin, pieces }: FeedInput): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title} (عيّنة)`,
    description: sampleNotice,
    home_page_url: `${origin}/`,
    language: 'ar',
    authors: [{ name: outlet.name.ar }],
    _generator: 'Rasid sample newsroom',
    items: pieces.map((piece) => ({
      id: `${outlet.id}-${piece.number}`,
      url: origin + piece.path,
      title: piece.title,
      ...(piece.feedContent ? { content_html: paragraphsHtml(piece.paragraphs) } : { summary: piece.lead }),
      date_published: localIso(piece.publishedAt),
      ...(piece.updatedAt ? { date_modified: localIso(piece.updatedAt) } : {}),
      ...(piece.author ? { authors: [{ name: piece.author }] } : {}),
      tags: piece.keywords,
    })),
  });
}
