import { type ExtractedEvent, type Genre, makeId, type Place } from '@rasid/contracts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { typeEntry } from './data.ts';
import { genreOf } from './genre.ts';
import { hasMeans } from './means.ts';
import { joinParties, mergeCandidates } from './merge.ts';
import { type ArticleInput, readArticle, type Sentence, spanOf } from './reading.ts';
import { type Judged, judge } from './select.ts';
import { placeOf } from './slots.ts';
import { sourceOf } from './source.ts';
import { isContinued } from './speech.ts';
import type { Blocked } from './triggers.ts';

const suppressed = new Set<Genre>(['sport', 'culture', 'science', 'service', 'opinion']);

/** Reads one article: its genre, its events in reading order, and what did not fire. */
export function read(
  article: ArticleInput,
  choose = judge,
): { genre: Genre; events: ExtractedEvent[]; blocked: Blocked[] } {
  const sentences = readArticle(article);
  const blocked: Blocked[] = [];
  const genre = genreOf(sentences, article.title);
  const told = sentences
    .flatMap((each) => candidatesOf(each, article.publishedAt, blocked))
    .filter((each) => !takesUp(each, blocked));
  const meant = told.map((each) => withMainMeans(each, told));
  const candidates = genre === 'economy' ? meant.filter(isLiteral) : meant;
  if (suppressed.has(genre) && !candidates.some(isHardNews)) return { genre, events: [], blocked };
  const past = (each: Candidate) =>
    genre === 'anniversary' && each.type !== 'protest' ? { ...each, isBackground: true } : each;
  const { kept, left } = choose(mergeCandidates(candidates.map(past)), genre, sentences.length);
  const main = mainOf(kept, article.title);
  const events = kept.map((each) => toEvent(article, each, main.has(each), sentences));
  for (const { head, confidence } of left)
    blocked.push({
      rule: head.trigger.entry.id,
      text: head.sentence.field.text.slice(head.trigger.start, head.trigger.end),
      why: `likelihood ${confidence.toFixed(2)}`,
    });
  return { genre, events, blocked };
}

const strikes = new Set<string>(['air_drone_strike', 'shelling_missile']);

/** A strike without means is of the kind the article opens with: the raids a report lists are its raids. */
function withMainMeans(each: Candidate, told: readonly Candidate[]): Candidate {
  const isVague =
    /^\?(?:strike|target)$/.test(each.trigger.entry.type) && !hasMeans(each.sentence, each.trigger);
  const opening = told.find(({ type, sentence }) => strikes.has(type) && sentence.zone !== 'body');
  return isVague && opening && opening !== each ? { ...each, type: opening.type } : each;
}

/** "تظاهرة ثقافية … هذه التظاهرة": a definite noun takes up the one before it, which was none. */
const takesUp = ({ trigger: { form, reading, entry } }: Candidate, blocked: readonly Blocked[]): boolean =>
  form.pos === 'noun' &&
  reading.article &&
  blocked.some(({ rule, why }) => rule === entry.id && why.endsWith('nearby'));

/** Markets are struck and bombed in words only: in their texts force counts where people are harmed. */
const isLiteral = ({ type, counts }: Candidate): boolean =>
  typeEntry(type).group !== 'armed_conflict' ||
  counts.some(({ kind }) => kind === 'killed' || kind === 'wounded');

/** A whole description of harm in the title: news, whatever the other words of the text. */
const isHardNews = ({ sentence, trigger, type }: Candidate): boolean =>
  sentence.zone === 'title' && trigger.entry.tier === 'f' && hardGroups.has(typeEntry(type).group);
const hardGroups = new Set(['armed_conflict', 'security', 'disaster', 'unrest', 'justice']);

/** Condolences, funerals, congratulations: what they are about is told, not announced. */
const courtesy =
  /(?:^|\s)(?:[يت]عز[يّ]|[يت]واسي|تعازي|[يت]شي[ّ]?ع|الصلاة على|جثمان|برقية|[يت]هنئ|تهنئة|العزاء)(?:\s|$)/u;

/** What the title announces, or the first paragraph where the title names no happening. */
function mainOf(kept: readonly Judged[], title: string): Set<Judged> {
  if (courtesy.test(title)) return new Set();
  const news = kept.filter(({ head }) => !head.isBackground);
  const titled = news.filter(({ mentions }) => mentions.some(({ sentence }) => sentence.zone === 'title'));
  const led = news.filter(({ mentions }) => mentions.some(({ sentence }) => sentence.zone === 'lead'));
  const [best] = [...(titled.length > 0 ? titled : led)].sort((a, b) => prominence(b) - prominence(a));
  return new Set(best ? [best] : []);
}

/** Settings ("after the attack …") are not what is announced; what lead and title share is. */
function prominence({ head, mentions, confidence }: Judged): number {
  const isLed = mentions.some(({ sentence }) => sentence.zone === 'lead');
  return (
    confidence + (isLed ? 0.5 : 0) - (head.setting.isSetting ? 1 : 0) - (head.setting.isPurpose ? 0.5 : 0)
  );
}

function toEvent(
  article: ArticleInput,
  merged: Judged,
  isMain: boolean,
  sentences: readonly Sentence[],
): ExtractedEvent {
  const { head, mentions } = merged;
  const entry = typeEntry(head.type);
  const best = mentions.find((each) => each.sentence.zone !== 'title') ?? head;
  const { sentence } = best;
  const place = placeOfAll(merged) ?? nearbyPlace(best, sentences);
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
    confidence: Math.round(merged.confidence * 100) / 100,
    rules: [...new Set(mentions.map((each) => each.trigger.entry.id))],
  };
}

/** The first place told, made finer by a later mention that does not contradict it. */
function placeOfAll({ mentions }: Judged): ExtractedEvent['place'] {
  let place: ExtractedEvent['place'] = null;
  for (const { place: told, sentence } of mentions) {
    if (!told) continue;
    if (!place) place = told;
    else if (sentence.zone !== 'body' && told.precision < coarseness(place) && isWithin(told, place))
      place = told;
  }
  return place;
}

/** "قصف على إدلب" in a title may mean the governorate of that name: a village of it says more. */
const coarseness = ({ locality, admin1, precision }: Place): number =>
  locality !== null && locality === admin1 ? 3 : precision;

const isWithin = (fine: Place, coarse: Place): boolean =>
  fine.country === coarse.country && (!coarse.admin1 || fine.admin1 === coarse.admin1);

/** What title or lead says of it counts for all mentions. */
function modalityOf({ head, mentions }: Judged): ExtractedEvent['modality'] {
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
  if (!isMain) return isContinued(sentence) ? sourceBefore(sentence, sentences) : null;
  for (const next of sentences.slice(sentence.order + 1, sentence.order + 1 + sourceReach)) {
    const source = next.field.name === 'text' ? sourceOf(next) : null;
    if (source) return source;
  }
  return null;
}

/** "وأضافت أن …": the speaker named last before it. */
function sourceBefore({ order }: Sentence, sentences: readonly Sentence[]) {
  for (const each of sentences.slice(Math.max(0, order - sourceReach), order).reverse()) {
    const source = sourceOf(each);
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
