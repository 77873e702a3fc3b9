import { makeId } from '@rasid/contracts';
import type { Aside } from './aside.ts';
import { linkArticle } from './link.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import type { ReportedArticle } from './report.ts';
import type { IncidentChange } from './settle.ts';

type Event = ReportedArticle['events'][number];
type Party = Event['actors'][number];

export type Told = {
  id: string;
  outlet?: string;
  /** Whose words: the outlet's, unless said. */
  origin?: string;
  /** How that is known. */
  basis?: 'outlet' | 'dateline' | 'text-copy';
  /** The article whose story it belongs to: its own, unless said. */
  story?: string;
  revision?: number;
  /** The revision whose words it repeats, so that its events have the ids they had: its own, unless said. */
  wordsOf?: number;
  at: string;
  title: string;
  text: string;
  events?: ToldEvent[];
};

export type ToldEvent = {
  type: Event['type'];
  status?: Event['status'];
  modality?: Event['modality'];
  /** country, governorate, locality, its entry in the gazetteer. */
  place?: [string, string?, string?, string?];
  /** The text says that it means the city of that name. */
  isPlaceSure?: boolean;
  date?: string;
  counts?: Record<string, number | [number | null, number | null]>;
  actors?: string[];
  targets?: string[];
  source?: string;
  evidence?: string;
};

/** A flood whose toll rises, as one more outlet tells it. */
export const flood = (id: string, at: string, killed: number, more: Partial<Told> = {}): Told => ({
  id,
  at,
  title: `ارتفاع حصيلة فيضانات وادي سردد إلى ${killed} قتيلاً`,
  text: `قالت السلطات المحلية في محافظة الحديدة إن عدد ضحايا السيول التي جرفت وادي سردد ارتفع إلى ${killed} قتيلاً، فيما تواصل فرق الإنقاذ البحث عن مفقودين في مديرية باجل.`,
  events: [
    { type: 'natural_disaster', place: ['YE', 'الحديدة', 'باجل'], date: '2026-08-10', counts: { killed } },
  ],
  ...more,
});

/** A bombing of a market, told on its day. */
export const bomb = (id: string, at: string, day: string, killed: number, market: string): Told => ({
  id,
  at,
  title: `${killed} قتلى بتفجير عبوة ناسفة في ${market} ببعقوبة`,
  text: `قتل ${killed} أشخاص بانفجار عبوة ناسفة في ${market} وسط مدينة بعقوبة بمحافظة ديالى، بحسب مصدر أمني.`,
  events: [
    { type: 'bombing', place: ['IQ', 'ديالى', 'بعقوبة'], date: day, counts: { killed }, source: 'مصدر أمني' },
  ],
});

const span = (text: string) => ({ field: 'text' as const, start: 0, end: text.length, text });
const party = (text: string): Party => ({ text, canon: null, sector: null, country: null, span: span(text) });

function toPlace(place: NonNullable<ToldEvent['place']>, isSure: boolean) {
  const [country, ...names] = place;
  const [admin1, locality, gazetteerId] = [names[0] ?? null, names[1] ?? null, names[2] ?? null];
  const precision = locality ? 1 : admin1 ? 3 : 4;
  const sure = { gazetteerId: gazetteerId ?? '', score: 0.95, admin1 };
  const none = { admin1Code: null, admin2: null, relation: null, lat: null, lon: null, gazetteerId };
  return {
    country,
    admin1,
    locality,
    precision,
    ...none,
    candidates: isSure ? [sure] : [],
    span: span(locality ?? ''),
  };
}

function toEvent(told: ToldEvent, id: string, text: string): Event {
  const counts = Object.entries(told.counts ?? {}).map(([kind, value]) => {
    const [min, max] = typeof value === 'number' ? [value, value] : value;
    const qualifier = typeof value === 'number' ? ('exact' as const) : ('vague' as const);
    return [kind, { min, max, qualifier, text: String(min ?? max), span: span('') }];
  });
  const {
    type,
    status = 'main',
    modality = 'asserted',
    place,
    isPlaceSure = false,
    date,
    actors = [],
    targets = [],
    source,
  } = told;
  return {
    id,
    type,
    label: { ar: '', en: '' },
    status,
    modality,
    aggregate: false,
    trigger: span(''),
    evidence: span(told.evidence ?? text.slice(0, 120)),
    actors: actors.map(party),
    targets: targets.map(party),
    victims: [],
    source: source ? { text: source, canon: null, sourceType: 'official', span: span(source) } : null,
    place: place ? toPlace(place, isPlaceSure) : null,
    placesOther: [],
    date: date ? { start: date, end: null, precision: 'day', basis: 'text', span: null } : null,
    counts: Object.fromEntries(counts) as Event['counts'], // kinds are written by hand in the tests
    attributes: {},
    instrument: null,
    object: null,
    topic: null,
    codes: { acled: null, plover: null, cameo: [], iptc: [] },
    confidence: 1,
    rules: [],
  };
}

/** An article of a test as the link stage gets it. For tests only. */
export function articleOf(told: Told): ReportedArticle {
  const { outlet = told.id.split('-')[0] ?? 'outlet', revision = 1, title, text, at } = told;
  const id = makeId('article', told.id);
  return {
    recordId: makeId('record', id, revision),
    revision,
    article: {
      id,
      title,
      text,
      url: `https://${outlet}.example/${told.id}`,
      publishedAt: at,
      outlet: { id: outlet, name: { ar: outlet, en: outlet }, country: null },
      origin: { id: told.origin ?? outlet, basis: told.basis ?? 'outlet' },
    },
    story: { id: makeId('story', told.story ?? told.id) },
    genre: 'news',
    events: (told.events ?? []).map((event, at) =>
      toEvent(event, `evt_${told.id}-${told.wordsOf ?? revision}-${at}`, text),
    ),
  };
}

/** A linker over everything it was told, looked through whole. For tests only. */
export function createDesk() {
  const kept = new Map<string, Neighbourhood>();
  const changes: IncidentChange[] = [];
  const all = async () => [...kept.values()];
  const write = ({
    writing,
    changes: own,
  }: Pick<Awaited<ReturnType<typeof linkArticle>>, 'writing' | 'changes'>) => {
    for (const { id } of writing.drop) kept.delete(id);
    for (const { neighbourhood } of writing.put) kept.set(neighbourhood.id, neighbourhood);
    for (const incident of writing.incidents) incidents.set(incident.id, incident);
    for (const alias of [...kept.values()].flatMap(({ heads }) => heads.flatMap(({ aliases }) => aliases)))
      incidents.delete(alias);
    for (const each of writing.back) asides.delete(each.report.key);
    for (const each of writing.aside) asides.set(each.report.key, each);
    changes.push(...own);
    return own;
  };
  const asides = new Map<string, Aside>();
  const incidents = new Map<string, IncidentChange['incident']>();
  return {
    async tell(...articles: Told[]) {
      const heard: IncidentChange[] = [];
      for (const told of articles) {
        const find = {
          near: all,
          ofArticle: async (id: string) => {
            const aside = [...asides.values()].filter(({ report }) => report.articleId === id);
            const isHome = ({ reports, heads }: Neighbourhood) =>
              reports.some(({ articleId }) => articleId === id) ||
              aside.some(({ incidentId }) =>
                heads.some((head) => head.id === incidentId || head.aliases.includes(incidentId)),
              );
            return { neighbourhoods: (await all()).filter(isHome), aside };
          },
        };
        heard.push(...write(await linkArticle(articleOf(told), find)));
      }
      return heard;
    },
    write,
    changes,
    neighbourhoodOf: (incidentId: string) =>
      [...kept.values()].find(({ heads }) => heads.some(({ id }) => id === incidentId)),
    incidents: () =>
      [...incidents.values()].sort(
        (a, b) => a.firstReportedAt.localeCompare(b.firstReportedAt) || a.id.localeCompare(b.id),
      ),
  };
}
