import type { SampleOutlet } from './story.ts';

/** One zone for all: texts say "today", and outlets that differ by an hour would differ by a day at night. */
export const timeZone = 'Asia/Baghdad';

/** The four outlets. No real outlet bears these names. */
export const outlets: readonly SampleOutlet[] = [
  {
    id: 'sample-sidra',
    name: { ar: 'وكالة سدرة الوادي', en: 'Sidrat al-Wadi Agency (sample)' },
    country: 'SY',
    kind: 'agency',
    template: 'semantic',
    firstNumber: 48_201,
    sources: [
      {
        id: 'sample-sidra-rss',
        path: '/rss.xml',
        format: 'rss',
        title: 'كل الأخبار',
        note: 'RSS 2.0 as it should be',
      },
      {
        id: 'sample-sidra-atom',
        path: '/atom/arab.xml',
        format: 'atom',
        title: 'أخبار عربية',
        note: 'Atom; shares its items with the RSS feed, under other ids and with tracking parameters',
      },
    ],
  },
  {
    id: 'sample-qantara',
    name: { ar: 'صحيفة قنطرة السوسن', en: 'Qantarat al-Sawsan (sample)' },
    country: 'JO',
    kind: 'newspaper',
    template: 'classic',
    firstNumber: 7_310,
    sources: [
      {
        id: 'sample-qantara-rss',
        path: '/rss/news.aspx',
        format: 'rss-1256',
        title: 'آخر الأخبار',
        note: 'RSS in windows-1256 that nothing declares; relative links; every other date missing',
      },
      {
        id: 'sample-qantara-rdf',
        path: '/rss/rdf.aspx',
        format: 'rdf',
        title: 'مختارات',
        note: 'RDF (RSS 1.0) without dates; shares items with the other feed',
      },
    ],
  },
  {
    id: 'sample-daftar',
    name: { ar: 'موقع دفتر المرجان', en: 'Daftar al-Murjan (sample)' },
    country: 'YE',
    kind: 'newspaper',
    template: 'blog',
    firstNumber: 921,
    sources: [
      {
        id: 'sample-daftar-rss',
        path: '/feed/',
        format: 'rss-broken',
        title: 'دفتر المرجان',
        note: 'RSS that is not well-formed (bare ampersands, a control character); dates in Arabic',
      },
    ],
  },
  {
    id: 'sample-mina',
    name: { ar: 'منصة شناشيل الميناء', en: 'Shanashil al-Mina (sample)' },
    country: 'IQ',
    kind: 'broadcaster',
    template: 'shell',
    firstNumber: 15_044,
    sources: [
      {
        id: 'sample-mina-json',
        path: '/feed.json',
        format: 'json',
        title: 'شناشيل الميناء',
        note: 'JSON Feed; a few items carry the whole text',
      },
    ],
  },
];
