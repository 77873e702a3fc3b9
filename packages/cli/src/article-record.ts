import { contentHash, type Event, makeId, type RasidRecord } from '@rasid/contracts';
import { ontologyVersion } from '@rasid/events';
import type { Reading } from '@rasid/extractor';
import { gazetteerVersion } from '@rasid/gazetteer';
import { version } from './version.ts';

/** The record of an article that came from a file and no pipeline. */
export function toRecord(
  article: { title: string; text: string },
  publishedAt: string | null,
  { genre, events, extractor }: Reading,
): RasidRecord {
  const now = new Date().toISOString();
  const id = makeId('article', 'file', contentHash(article.text));
  const linked: Event[] = events.map((event) => ({ ...event, incidentId: null }));
  return {
    schema: 'rasid.record/1',
    id: makeId('record', id, 1),
    revision: 1,
    article: {
      id,
      url: '',
      canonicalUrl: '',
      outlet: { id: 'file', name: { ar: 'ملف', en: 'File' }, country: null },
      origin: { id: 'file', basis: 'outlet' },
      title: article.title,
      lead: article.text.split('\n')[0] ?? null,
      text: article.text,
      language: 'ar',
      authors: [],
      section: null,
      keywords: [],
      image: null,
      publishedAt: publishedAt ?? now,
      publishedBasis: publishedAt ? 'meta' : 'fetched',
      updatedAt: null,
      fetchedAt: now,
    },
    story: { id: makeId('story', id), verdict: 'new', of: null, similarity: null },
    genre,
    events: linked,
    provenance: {
      pipeline: version,
      extractor,
      ontology: ontologyVersion,
      gazetteer: gazetteerVersion,
    },
  };
}
