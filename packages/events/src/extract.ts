import { type ExtractedEvent, type Genre, makeId } from '@rasid/contracts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { typeEntry } from './data.ts';
import { genreOf } from './genre.ts';
import { joinParties, type Merged, mergeCandidates } from './merge.ts';
import { type ArticleInput, readArticle, type Sentence, spanOf } from './reading.ts';
import { placeOf } from './slots.ts';
import { sourceOf } from './source.ts';
import type { Blocked } from './triggers.ts';

const suppressed = new Set<Genre>(['sport', 'culture', 'science', 'service', 'opinion']);

/** Reads one article: its genre, its events in reading order, and what did not fire. */
export function read(article: ArticleInput): { genre: Genre; events: ExtractedEvent[]; blocked: Blocked[] } {
  const sentences = readArticle(article);
  const blocked: Blocked[] = [];
  const genre = genreOf(sentences, article.title);
  if (suppressed.has(genre)) return { genre, events: [], blocked };
  const candidates = sentences.flatMap((each) => candidatesOf(each, article.publishedAt, blocked));
  const past = (each: Candidate) =>
    genre === 'anniversary' && each.type !== 'protest' ? { ...each, isBackground: true } : each;
  const merged = mergeCandidates(candidates.map(past));
  const main = mainOf(merged);
  return { genre, events: merged.map((each) => toEvent(article, each, main.has(each), sentences)), blocked };
}

/** What title or first paragraph announces: the first event told there. */
function mainOf(merged: readonly Merged[]): Set<Merged> {
  const news = merged.filter(({ head }) => !head.isBackground);
  const titled = news.filter(({ mentions }) => mentions.some((each) => each.sentence.zone === 'title'));
  const [first] = titled.length > 0 ? titled : news.filter(({ head }) => head.sentence.zone === 'lead');
  return new Set(first ? [first] : []);
}

function toEvent(
  article: ArticleInput,
  merged: Merged,
  isMain: boolean,
  sentences: readonly Sentence[],
): ExtractedEvent {
  const { head, mentions } = merged;
  const entry = typeEntry(head.type);
  const best = mentions.find((each) => each.sentence.zone !== 'title') ?? head;
  const { sentence } = best;
  const place =
    mentions.map((each) => each.place).sort((a, b) => (a?.precision ?? 9) - (b?.precision ?? 9))[0] ??
    nearbyPlace(best, sentences);
  const counts = joinCounts(mentions, new Set(entry.counts));
  const isBackground = head.isBackground;
  const trigger = spanOf(head.sentence.field, head.trigger.start, head.trigger.end);
  return {
    id: makeId('event', article.title, article.text, head.type, trigger.field, trigger.start),
    type: head.type,
    label: entry.label,
    status: isBackground ? 'background' : isMain ? 'main' : 'secondary',
    modality: modalityOf(merged),
    aggregate: false,
    trigger,
    evidence: spanOf(sentence.field, sentence.start, sentence.end),
    ...joinParties(mentions),
    source: mentions.find((each) => each.source)?.source ?? nearbySource(best, isMain, sentences),
    place,
    placesOther: [],
    date: mentions.find((each) => each.date)?.date ?? null,
    counts,
    attributes: {},
    instrument: null,
    object: null,
    topic: null,
    codes: { acled: entry.acled, plover: entry.plover, cameo: entry.cameo, iptc: entry.iptc },
    confidence: confidenceOf(merged, isMain),
    rules: [...new Set(mentions.map((each) => each.trigger.entry.id))],
  };
}

/** What title or lead says of it counts for all mentions. */
function modalityOf({ head, mentions }: Merged): ExtractedEvent['modality'] {
  const told = [head, ...mentions.filter((each) => each.sentence.zone === 'lead')];
  return told.map((each) => each.status.modality).find((each) => each !== 'asserted') ?? 'asserted';
}

/** A number beats a vague word, and the first number told stands. */
function joinCounts(mentions: readonly Candidate[], kinds: ReadonlySet<string>): ExtractedEvent['counts'] {
  const counts: ExtractedEvent['counts'] = {};
  for (const { kind, count } of mentions.flatMap((each) => each.counts)) {
    const known = counts[kind];
    if (!kinds.has(kind)) continue;
    if (!known || (known.qualifier === 'vague' && count.qualifier !== 'vague')) counts[kind] = count;
  }
  return counts;
}

const sourceReach = 3; // sentences after the lead in which a main event's speaker is named

/** The speaker of a main event is often named in the sentences after the lead. */
function nearbySource({ sentence }: Candidate, isMain: boolean, sentences: readonly Sentence[]) {
  if (!isMain) return null;
  for (const next of sentences.slice(sentence.order + 1, sentence.order + 1 + sourceReach)) {
    const source = next.field.name === 'text' ? sourceOf(next) : null;
    if (source) return source;
  }
  return null;
}

const placeless = new Set([
  'official_stance',
  'diplomatic_meeting',
  'agreement',
  'sanctions_rupture',
  'economic_measure',
]);
const placeReach = 2; // sentences back from which a place still holds

/** The place the sentences before (or, for title and lead, after) are about. */
function nearbyPlace({ sentence, type, trigger }: Candidate, sentences: readonly Sentence[]) {
  if (placeless.has(type)) return null;
  const { order, zone } = sentence;
  const before = sentences.slice(Math.max(0, order - placeReach), order).reverse();
  const after = zone === 'body' ? [] : sentences.slice(order + 1, order + 1 + placeReach);
  for (const each of [...before, ...after]) {
    const place = placeOf(each, trigger);
    if (place) return place;
  }
  return null;
}

/** A share of right events by evidence; steps of a hand-set scale until calibrated on the development set. */
function confidenceOf({ head, mentions }: Merged, isMain: boolean): number {
  const base = isMain ? 0.6 : 0.35;
  const score = base + 0.06 * Math.min(3, head.anchors) + 0.05 * Math.min(3, mentions.length - 1);
  return Math.round(Math.min(0.95, score) * 100) / 100;
}
