import { type ExtractedEvent, type Genre, makeId } from '@rasid/contracts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { typeEntry } from './data.ts';
import { genreOf } from './genre.ts';
import { joinParties, type Merged, mergeCandidates } from './merge.ts';
import { type ArticleInput, readArticle, spanOf } from './reading.ts';
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
  return { genre, events: merged.map((each) => toEvent(article, each, main.has(each))), blocked };
}

/** What title or first paragraph announces: the first event told there. */
function mainOf(merged: readonly Merged[]): Set<Merged> {
  const news = merged.filter(({ head }) => !head.isBackground);
  const titled = news.filter(({ mentions }) => mentions.some((each) => each.sentence.zone === 'title'));
  const [first] = titled.length > 0 ? titled : news.filter(({ head }) => head.sentence.zone === 'lead');
  return new Set(first ? [first] : []);
}

function toEvent(article: ArticleInput, merged: Merged, isMain: boolean): ExtractedEvent {
  const { head, mentions } = merged;
  const entry = typeEntry(head.type);
  const best = mentions.find((each) => each.sentence.zone !== 'title') ?? head;
  const { sentence } = best;
  const place =
    mentions.map((each) => each.place).sort((a, b) => (a?.precision ?? 9) - (b?.precision ?? 9))[0] ?? null;
  const counts: ExtractedEvent['counts'] = {};
  for (const { kind, count } of mentions.flatMap((each) => each.counts)) counts[kind] ??= count;
  const kinds = new Set(entry.counts);
  for (const kind of Object.keys(counts)) if (!kinds.has(kind)) delete counts[kind as keyof typeof counts]; // its own keys
  const isBackground = head.isBackground;
  const trigger = spanOf(head.sentence.field, head.trigger.start, head.trigger.end);
  return {
    id: makeId('event', article.title, article.text, head.type, trigger.field, trigger.start),
    type: head.type,
    label: entry.label,
    status: isBackground ? 'background' : isMain ? 'main' : 'secondary',
    modality: head.status.modality,
    aggregate: false,
    trigger,
    evidence: spanOf(sentence.field, sentence.start, sentence.end),
    ...joinParties(mentions),
    source: mentions.find((each) => each.source)?.source ?? null,
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

/** A share of right events by evidence; steps of a hand-set scale until calibrated on the development set. */
function confidenceOf({ head, mentions }: Merged, isMain: boolean): number {
  const base = isMain ? 0.6 : 0.35;
  const score = base + 0.06 * Math.min(3, head.anchors) + 0.05 * Math.min(3, mentions.length - 1);
  return Math.round(Math.min(0.95, score) * 100) / 100;
}
