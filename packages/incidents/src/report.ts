import type { Article, ExtractedEvent, Genre, Incident, Party, Story } from '@rasid/contracts';
import { publicationDay, statedDays } from './days.ts';
import { looksBack } from './headline.ts';
import { type Words, wordsOf } from './words.ts';

/** What an event says of the five questions, without the places in the text that support it. */
export type Slots = {
  id: string;
  type: ExtractedEvent['type'];
  modality: ExtractedEvent['modality'];
  place: Incident['place'];
  /** The text says which of the places of that name it means: "the city of Basra". */
  isPlaceSure: boolean;
  /** Other localities and units the event names. */
  otherPlaces: string[];
  date: Incident['date'];
  actors: Incident['actors'];
  targets: Incident['targets'];
  victims: Incident['targets'];
  counts: Partial<Record<keyof ExtractedEvent['counts'], Figure>>;
  source: string | null;
};

export type Figure = Pick<
  NonNullable<ExtractedEvent['counts']['killed']>,
  'min' | 'max' | 'qualifier' | 'text'
>;

/**
 * What one article tells of one happening. Without an event when the extractor found none: its words can still
 * say that it tells what others tell.
 */
export type Report = {
  /** Article and event: the same in every attempt. */
  key: string;
  recordId: string;
  articleId: string;
  revision: number;
  storyId: string;
  outletId: string;
  /** As far as was known when the text came in: see `voiced`. */
  originId: string;
  /** It names the agency itself, in byline or dateline. */
  saysOrigin: boolean;
  title: string;
  url: string;
  publishedAt: string;
  status: ExtractedEvent['status'];
  /** Record of the later revision that has taken its place: it stays as history. */
  supersededBy: string | null;
  /** The report of that revision which tells the same; null when it no longer does. */
  successor: string | null;
  event: Slots | null;
  words: Words;
};

/** Stands for the later revision of an article that is gone altogether. */
export const withdrawn = 'withdrawn';

export type ReportedArticle = {
  recordId: string;
  revision: number;
  article: Pick<Article, 'id' | 'title' | 'text' | 'url' | 'publishedAt' | 'outlet' | 'origin'>;
  story: Pick<Story, 'id'>;
  genre: Genre;
  events: readonly ExtractedEvent[];
};

/** Pieces of these kinds tell what happened; the others reflect on it, and would tie it to everything like it. */
const tellingGenres = new Set<Genre>(['news', 'statement', 'sport', 'economy']);

/** The reports of an article: one for each event; one without an event when nothing was found in a news piece. */
export function reportsOf(input: ReportedArticle): Report[] {
  const { article, events, genre } = input;
  const isLookingBack = looksBack(article.title);
  const hasNews = events.some(({ status }) => status === 'main');
  const own = wordsOf(article.title, withoutOthers(article.text, events));
  const reports = events.map((event) => {
    const isRecalled =
      event.status === 'secondary' && (isLookingBack || (hasNews && isPast(event, article.publishedAt)));
    const status = isRecalled ? ('background' as const) : event.status;
    const words = event.status === 'main' ? own : wordsOf('', event.evidence.text);
    return {
      ...common(input),
      key: `${article.id}/${event.id}`,
      status,
      event: slotsOf(event),
      words,
    };
  });
  if (hasNews || !tellingGenres.has(genre)) return reports;
  const key = `${article.id}/text-${input.revision}`;
  return [...reports, { ...common(input), key, status: 'main', event: null, words: own }];
}

const freshDays = 1; // a paper of today tells of yesterday

/** A lesser event of days ago is recalled, whatever the tense: the news of the article is another. */
function isPast(event: Pick<ExtractedEvent, 'date'>, publishedAt: string): boolean {
  const stated = statedDays({ event });
  return stated !== null && publicationDay({ publishedAt }) - stated.to > freshDays;
}

/**
 * The text without the sentences that tell of something else: a recalled happening must not draw the article to it.
 * A sentence that tells the news too stays.
 */
function withoutOthers(text: string, events: readonly ExtractedEvent[]): string {
  const news = events.filter(({ status }) => status === 'main').map(({ evidence }) => evidence);
  if (news.length === 0) return text;
  return events
    .filter(({ status, evidence }) => status !== 'main' && evidence.text !== '' && !meetsOne(evidence, news))
    .reduce((rest, { evidence }) => rest.replace(evidence.text, ' '), text);
}

type Evidence = ExtractedEvent['evidence'];

const meetsOne = (one: Evidence, others: readonly Evidence[]): boolean =>
  others.some(({ field, start, end }) => field === one.field && start < one.end && one.start < end);

const common = ({ recordId, revision, article, story }: ReportedArticle) => ({
  recordId,
  articleId: article.id,
  revision,
  storyId: story.id,
  outletId: article.outlet.id,
  originId: article.origin.id,
  saysOrigin: article.origin.basis === 'byline' || article.origin.basis === 'dateline',
  title: article.title,
  url: article.url,
  publishedAt: article.publishedAt,
  supersededBy: null,
  successor: null,
});

const sure = 0.9; // "in Minya" leaves the gazetteer at .69, "in Baghdad" at .87, "in the city of Minya" at .92

function slotsOf(event: ExtractedEvent): Slots {
  const { id, type, modality, place, placesOther, date, actors, targets, victims, counts, source } = event;
  const figures = Object.entries(counts).map(([kind, { min, max, qualifier, text }]) => [
    kind,
    { min, max, qualifier, text },
  ]);
  return {
    id,
    type,
    modality,
    place: place && placeOf(place),
    isPlaceSure:
      place?.candidates.some(
        ({ gazetteerId, score }) => gazetteerId === place.gazetteerId && score >= sure,
      ) ?? false,
    otherPlaces: placesOther.flatMap(({ locality, admin1 }) => locality ?? admin1 ?? []),
    date: date && withoutSpan(date),
    actors: actors.map(withoutSpan<Party>),
    targets: targets.map(withoutSpan<Party>),
    victims: victims.map(withoutSpan<Party>),
    counts: Object.fromEntries(figures) as Slots['counts'], // kinds come from the event, whose schema closes the list
    source: source?.text ?? null,
  };
}

const withoutSpan = <T extends { span: unknown }>({ span: _, ...rest }: T): Omit<T, 'span'> => rest;

function placeOf({ span: _, candidates: __, ...place }: NonNullable<ExtractedEvent['place']>) {
  return place;
}
