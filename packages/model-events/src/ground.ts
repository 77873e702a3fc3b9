import { type ExtractedEvent, makeId, type Party } from '@rasid/contracts';
import {
  type ArticleInput,
  attributesOf,
  codesOf,
  isPast,
  readArticle,
  type Sentence,
  spanOf,
  typeEntry,
  withParties,
} from '@rasid/events';
import type { ModelEvent } from './answer.ts';
import { type Found, quoteFinder } from './quotes.ts';
import { slotReader } from './slots.ts';

/** A value of an answer that is not in the record, and why; `event` counts from 0 in the answer. */
export type Dropped = { event: number; slot: string; text: string; why: string };
export type Grounded = { events: ExtractedEvent[]; dropped: Dropped[] };

/** What a model's event is worth when all its values stand in the text; less by the share of those that do not. */
const modelConfidence = 0.5; // not calibrated: an even chance, until somebody scores a model
const maxSentences = 3; // that one evidence may touch
const maxTrigger = 8; // tokens
const maxListed = 20; // parties of a role, counts: more of them is a model that runs on, and each costs a search

/**
 * The events of an answer whose trigger and evidence stand in the article. Parties, places, dates and counts are what our
 * engines read in the quoted words; what they do not find there is dropped.
 */
export function groundEvents(answer: readonly ModelEvent[], article: ArticleInput, name: string): Grounded {
  const sentences = readArticle(article);
  const tools = { article, name, find: quoteFinder(article), read: slotReader(sentences), sentences };
  const dropped: Dropped[] = [];
  const events: ExtractedEvent[] = [];
  for (const [index, told] of answer.entries()) {
    const event = groundEvent(told, tools, (slot, text, why) =>
      dropped.push({ event: index, slot, text, why }),
    );
    if (!event) continue;
    if (events.some(({ id }) => id === event.id)) {
      dropped.push({ event: index, slot: 'event', text: told.trigger, why: 'told twice' });
      continue;
    }
    const hasMain = events.some(({ status }) => status === 'main');
    events.push(event.status === 'main' && hasMain ? { ...event, status: 'secondary' } : event);
  }
  return { events, dropped };
}

type Tools = {
  article: ArticleInput;
  name: string;
  find: ReturnType<typeof quoteFinder>;
  read: ReturnType<typeof slotReader>;
  sentences: readonly Sentence[];
};
type Drop = (slot: string, text: string, why: string) => void;

function groundEvent(told: ModelEvent, tools: Tools, drop: Drop): ExtractedEvent | null {
  const { article, name, read } = tools;
  const place = placeOfEvent(told, tools);
  if (typeof place === 'string') {
    drop('event', told.trigger || told.evidence, place);
    return null;
  }
  const { trigger, sentence, evidence } = place;
  const { slots, asked, kept } = groundSlots(told, evidence, tools, drop);
  if (kept === 0) {
    drop('event', told.trigger, 'nothing but its trigger is in the article');
    return null;
  }
  const { tokens } = sentence.field;
  const from = tokens.findIndex(({ end }) => end > trigger.start);
  const to = tokens.findIndex(({ start }, at) => at > from && start >= trigger.end);
  const range = { from, to: to < 0 ? tokens.length : to };
  const attributes = withParties(told.type, attributesOf(told.type, [{ sentence, trigger: range }]), slots);
  const span = spanOf(sentence.field, trigger.start, trigger.end);
  const field = read.sentenceAt(evidence)?.field ?? sentence.field;
  return {
    id: makeId('event', article.title, article.text, told.type, span.field, span.start),
    type: told.type,
    label: typeEntry(told.type).label,
    status: statusOf(told, sentence, isPast(slots.date, article.publishedAt)),
    modality: told.modality,
    aggregate: false,
    trigger: span,
    evidence: spanOf(field, evidence.start, evidence.end),
    ...slots,
    placesOther: [],
    attributes,
    codes: codesOf(told.type, { ...slots, attributes, modality: told.modality }),
    confidence: Math.round(((modelConfidence * kept) / asked) * 100) / 100,
    rules: [`model:${name}`],
  };
}

/** Where the event stands, or why it stands nowhere. The evidence is widened to whole sentences, as that of the rules is. */
function placeOfEvent(told: ModelEvent, { find, read, sentences }: Tools) {
  const quoted = find(told.evidence);
  if (!quoted) return 'its evidence is not in the article';
  const touched = sentences.filter(
    ({ field, start, end }) => field.name === quoted.field && start < quoted.end && quoted.start < end,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last || touched.length > maxSentences) return 'its evidence is no sentence of the story';
  const evidence: Found = { field: quoted.field, start: first.start, end: last.end };
  const trigger = find(told.trigger, [evidence]);
  const isInside =
    trigger?.field === evidence.field && trigger.start >= evidence.start && trigger.end <= evidence.end;
  if (!trigger || !(isInside || trigger.field === 'title'))
    return 'its trigger is neither in its evidence nor in the title';
  const sentence = read.sentenceAt(trigger);
  if (!sentence) return 'its trigger is in no sentence of the story';
  const words = sentence.field.tokens.filter(
    ({ start, end }) => start < trigger.end && trigger.start < end,
  ).length;
  return words > maxTrigger ? 'its trigger is a whole sentence' : { trigger, sentence, evidence };
}

/** Main is what title or lead announce, whatever a model says; what its own date puts into the past is background. */
function statusOf(told: ModelEvent, { zone }: Sentence, past: boolean | null): ExtractedEvent['status'] {
  if (told.status === 'background' || (past && told.modality !== 'planned')) return 'background';
  return told.status === 'main' && zone !== 'body' ? 'main' : 'secondary';
}

function groundSlots(told: ModelEvent, evidence: Found, { find, read }: Tools, drop: Drop) {
  let asked = 0;
  let kept = 0;
  /** What is read in quoted words; an answer that only says that there is nothing counts neither way. */
  function ground<T>(slot: string, quote: string | null, reading: (found: Found) => T | null): T | null {
    if (!quote?.trim()) return null;
    asked++;
    const found = find(quote, [evidence]);
    const value = found ? reading(found) : null;
    if (value === null) drop(slot, quote, found ? 'its words say no such value' : 'not in the article');
    else kept++;
    return value;
  }
  const parties = (slot: string, quotes: string[]): Party[] =>
    quotes
      .slice(0, maxListed)
      .flatMap((quote) => ground(slot, quote, read.party) ?? [])
      .filter(isFirst);
  const counts: ExtractedEvent['counts'] = {};
  const kinds = new Set(typeEntry(told.type).counts);
  for (const { kind, text } of told.counts.slice(0, maxListed)) {
    if (counts[kind]) continue;
    const count = ground(kind, text, (found) => (kinds.has(kind) ? read.count(found, kind) : null));
    if (count) counts[kind] = count;
  }
  const slots = {
    actors: parties('actors', told.actors),
    targets: parties('targets', told.targets),
    victims: parties('victims', told.victims),
    place: ground('place', told.place, read.place),
    date: ground('date', told.date, read.date),
    counts,
  };
  const anchors = kept; // what follows says nothing of whether it happened
  const more = {
    source: ground('source', told.source, read.source),
    instrument: ground('instrument', told.instrument, read.words),
    object: ground('object', told.object, read.words),
    topic: ground('topic', told.topic, read.words),
  };
  return { slots: { ...slots, ...more }, asked: Math.max(asked, 1), kept: anchors === 0 ? 0 : kept };
}

const isFirst = (party: Party, at: number, all: Party[]): boolean =>
  all.findIndex(({ span }) => span.start === party.span.start && span.field === party.span.field) === at;
