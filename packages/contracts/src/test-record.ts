import type { Message, RasidRecord } from './index.ts';

/** A small valid record. For tests only. */
export const testRecord = (id: string, events: RasidRecord['events'] = []): RasidRecord => ({
  schema: 'rasid.record/1',
  id: `rec_${id}`,
  revision: 1,
  article: {
    id: `art_${id}`,
    url: `https://example.org/${id}`,
    canonicalUrl: `https://example.org/${id}`,
    outlet: { id: 'sample', name: { ar: 'عينة', en: 'Sample' }, country: 'SY' },
    origin: { id: 'sample', basis: 'outlet' },
    title: 'عنوان',
    lead: null,
    text: 'نص قصير',
    language: 'ar',
    authors: [],
    section: null,
    keywords: [],
    image: null,
    publishedAt: '2026-01-01T00:00:00Z',
    publishedBasis: 'feed',
    updatedAt: null,
    fetchedAt: '2026-01-01T00:00:00Z',
  },
  story: { id: `sty_${id}`, verdict: 'new', of: null, similarity: null },
  genre: 'news',
  events,
  provenance: { pipeline: '0', extractor: '0', ontology: '0', gazetteer: '0' },
});

export const testMessage = (id: string): Message => ({
  specversion: '1.0',
  id: `msg_${id}`,
  source: '/rasid',
  subject: `rec_${id}`,
  time: '2026-01-01T00:00:00Z',
  datacontenttype: 'application/json',
  sequence: '1',
  type: 'rasid.record.created',
  data: testRecord(id),
});
