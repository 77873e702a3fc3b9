import type { Event, Incident, RasidRecord } from '@rasid/contracts';

/** Text that would do harm if any page forgot to escape it. */
export const hostileTitle = '<script>document.title="broken"</script><img src=x onerror=alert(1)>';

export const outlet = { id: 'fajr', name: { ar: 'الفجر', en: 'Al-Fajr' }, country: 'SY' };
const text = 'نفذت الشرطة عملية في حماة وأوقفت ثلاثة أشخاص.\nوقال المتحدث إن العملية مستمرة.';
export const at = new Date(Date.now() - 600_000).toISOString();

const span = (words: string) => {
  const start = text.indexOf(words);
  return { field: 'text' as const, start, end: start + words.length, text: words };
};

const place = {
  country: 'SY',
  admin1: 'حماة',
  admin1Code: 'SY-HM',
  admin2: null,
  locality: 'حماة',
  relation: 'in' as const,
  precision: 1,
  lat: 35.13,
  lon: 36.75,
  gazetteerId: 'g1',
};
const label = { ar: 'عملية أمنية', en: 'Security operation' };

const sampleEvent: Event = {
  id: 'evt_1',
  type: 'security_operation',
  label: { ar: 'عملية أمنية أو حملة دهم', en: 'Security operation, raid or sweep' }, // as engines explain it
  status: 'main',
  modality: 'asserted',
  aggregate: false,
  trigger: span('عملية'),
  evidence: span('نفذت الشرطة عملية في حماة'),
  actors: [{ text: 'الشرطة', canon: null, sector: 'COP', country: 'SY', span: span('الشرطة') }],
  targets: [],
  victims: [],
  source: { text: 'المتحدث', canon: null, sourceType: 'official', span: span('المتحدث') },
  place: { ...place, candidates: [], span: span('حماة') },
  placesOther: [],
  date: null,
  counts: {
    arrested: { min: 3, max: 3, qualifier: 'exact', text: 'ثلاثة أشخاص', span: span('ثلاثة أشخاص') },
  },
  attributes: {},
  instrument: null,
  object: null,
  topic: null,
  codes: { acled: null, plover: null, cameo: [], iptc: [] },
  confidence: 0.8,
  rules: ['op-1'],
  incidentId: 'inc_1',
};

export const sampleRecord = (id: string, title: string): RasidRecord => ({
  schema: 'rasid.record/1',
  id,
  revision: 1,
  article: {
    id: 'art_1',
    url: 'https://example.org/1',
    canonicalUrl: 'https://example.org/1',
    outlet,
    origin: { id: 'fajr', basis: 'outlet' },
    title,
    lead: null,
    text,
    language: 'ar',
    authors: [],
    section: null,
    keywords: [],
    image: null,
    publishedAt: at,
    publishedBasis: 'feed',
    updatedAt: null,
    fetchedAt: at,
  },
  story: { id: 'sty_1', verdict: 'new', of: null, similarity: null },
  genre: 'news',
  events: [sampleEvent],
  provenance: { pipeline: '0', extractor: '0', ontology: '0', gazetteer: '0' },
});

export const sampleIncident: Incident = {
  schema: 'rasid.incident/1',
  id: 'inc_1',
  revision: 1,
  aliases: [],
  type: 'security_operation',
  label,
  title: 'عملية في حماة',
  place,
  date: { start: '2026-11-20', end: null, precision: 'day', basis: 'text' },
  actors: [],
  targets: [],
  counts: {
    arrested: {
      min: 3,
      max: 3,
      agreement: 'single',
      claims: [
        {
          min: 3,
          max: 3,
          qualifier: 'exact',
          text: 'ثلاثة',
          source: null,
          outletId: 'fajr',
          originId: 'fajr',
          recordId: 'rec_1',
          at,
          isCurrent: true,
        },
      ],
    },
  },
  claims: {},
  modality: 'asserted',
  origins: ['fajr', 'wafd'], // the second is followed no more
  reports: [],
  timeline: [{ at, reason: 'first-report', recordId: 'rec_1', detail: null }],
  firstReportedAt: at,
  lastReportedAt: at,
};
