import { findParties, type PartyFinder, type PartyMention } from '@rasid/actors';
import {
  type DateMention,
  findDates,
  findNumbers,
  keptOf,
  mapped,
  type NumberMention,
  type Token,
  tokenize,
} from '@rasid/arabic';
import { findPlaces, type ResolvedPlace, resolvePlaces } from '@rasid/gazetteer';
import { armed, governing } from '../parties/sectors.ts';
import { bareReading, type Reading } from '../wordings/forms.ts';
import { readWord } from '../wordings/triggers.ts';
import { clausesOf } from './clauses.ts';
import { inOrder, piecesOf } from './pieces.ts';
import { type Cue, cuesOf } from './speech.ts';
import { titleTest } from './title-again.ts';

export type ArticleInput = {
  title: string;
  text: string;
  publishedAt: string | null;
  timeZone: string;
  outlet: { id: string; country: string | null };
  /** Finds the parties; over the shipped registry unless another is given. */
  findParties?: PartyFinder;
};

export type Field = {
  name: 'title' | 'text';
  text: string;
  tokens: readonly Token[];
  readings: readonly (readonly Reading[])[];
  /** 1 for tokens that continue a name: a party or a place counts as one word between the words of a pattern. */
  inner: Uint8Array;
};

/** A sentence with everything found in it; token indices are those of its field. */
export type Sentence = {
  field: Field;
  order: number;
  zone: 'title' | 'lead' | 'body';
  /** The first sentence of the story. */
  opens: boolean;
  from: number;
  to: number;
  start: number;
  end: number;
  clauses: readonly (readonly [number, number])[];
  parties: PartyMention[];
  cues: Cue[];
  places: ResolvedPlace[];
  dates: DateMention[];
  numbers: NumberMention[];
  /** The sentences of the title; the same list for all of an article. */
  titles: readonly Sentence[];
};

/** UTF-16 units of a text that are read: longer texts are reports. */
export const maxTextLength = 60_000;
const leadSentences = 2;

const maxTitle = 1_000; // UTF-16 units: no headline is longer, and each sentence of the text is held against it

/** The article as it is read: with a title of some length, without a time of publication that no day can be reckoned from. */
export const soundOf = (article: ArticleInput): ArticleInput => {
  const isDated = article.publishedAt === null || isOfOurTimes(Date.parse(article.publishedAt));
  if (isDated && article.title.length <= maxTitle) return article;
  const { title, publishedAt } = article;
  return { ...article, title: title.slice(0, maxTitle), publishedAt: isDated ? publishedAt : null };
};

const isOfOurTimes = (time: number): boolean => time >= Date.UTC(1900) && time < Date.UTC(2200);

/** Reads title and text into sentences with their parties, places, dates and numbers. */
export function readArticle(input: ArticleInput): Sentence[] {
  const article = soundOf(input);
  const sentences: Sentence[] = [];
  let known: PartyMention[] = [];
  const body = placed(article.text, article, null);
  const head = placed(article.title, article, countryOf(body.places)); // a title alone does not say which town of a name
  for (const [name, each] of [
    ['title', head],
    ['text', body],
  ] as const) {
    if (!each.text.trim()) continue;
    const read = readField(name, each, article, sentences.length, known);
    known = read.flatMap(({ parties }) => parties);
    sentences.push(...read);
  }
  const isTitleAgain = titleTest(article.title, head.tokens);
  const captionEnd = captionOf(article.text);
  const told = sentences.filter(
    (each) => each.field.name === 'title' || (each.end > captionEnd && !isTitleAgain(each)),
  );
  const leads = told.filter((each) => each.zone === 'body' && isTold(each)).slice(0, leadSentences);
  for (const [index, lead] of leads.entries()) {
    lead.zone = 'lead';
    lead.opens = index === 0;
  }
  const titles = told.filter((each) => each.zone === 'title');
  for (const [order, each] of told.entries()) {
    each.order = order;
    each.titles = titles;
  }
  return told;
}

const maxCaption = 220; // UTF-16 units of a picture's line

/** Where a first line ends that is a picture's caption: it closes with the photographer in brackets; else 0. */
function captionOf(text: string): number {
  const end = text.indexOf('\n');
  if (end < 0 || end > maxCaption) return 0;
  return /\([^()\n]{3,60}\)\s*$/u.test(text.slice(0, end)) ? end : 0;
}

const minTold = 5; // tokens; shorter ones are bylines, places or captions
const isTold = ({ from, to }: Sentence) => to - from >= minTold;

type Placed = { text: string; tokens: readonly Token[]; places: ResolvedPlace[] };

function placed(source: string, { outlet }: ArticleInput, storyCountry: string | null): Placed {
  const text = source.slice(0, maxTextLength);
  const tokens = tokenize(text);
  const places = resolvePlaces(findPlaces(text, tokens), { outletCountry: outlet.country, storyCountry });
  return { text, tokens, places };
}

/** The country most places of a text lie in; the first named of equals. */
function countryOf(places: readonly ResolvedPlace[]): string | null {
  const times = new Map<string, number>();
  let best: string | null = null;
  for (const { country, mention } of places) {
    if (!country || mention.asActor) continue;
    times.set(country, (times.get(country) ?? 0) + 1);
    if (best === null || (times.get(country) ?? 0) > (times.get(best) ?? 0)) best = country;
  }
  return best;
}

function readField(
  name: Field['name'],
  { text, tokens, places }: Placed,
  article: ArticleInput,
  base: number,
  known: readonly PartyMention[],
): Sentence[] {
  const at = article.publishedAt?.slice(0, 10);
  const where = mapped(places, ({ mention: { start, end }, country }) => ({ start, end, country }));
  const find = article.findParties ?? findParties;
  const parties = find(text, tokens, {
    at,
    outletCountry: article.outlet.country,
    places: where,
    known,
  });
  const inner = innerTokens([...parties, ...mapped(places, ({ mention }) => mention)], tokens);
  const readings = withNames(mapped(tokens, readToken), parties, places);
  const field: Field = { name, text, tokens, readings, inner };
  const dates = findDates(text, tokens, article);
  const numbers = findNumbers(text, tokens);
  const datelineEnd = name === 'text' ? (dateline.exec(text)?.[0].length ?? 0) : 0;
  const [partiesIn, datesIn, numbersIn] = [inOrder(parties), inOrder(dates), inOrder(numbers)];
  const placesIn = inOrder(mapped(places, (each) => ({ start: each.mention.start, each })));
  return mapped(piecesOf(text, tokens, datelineEnd), ({ from, to, start, end }, index) => {
    const sentence: Sentence = {
      field,
      order: base + index,
      zone: name === 'title' ? 'title' : 'body',
      opens: false,
      from,
      to,
      start,
      end,
      clauses: clausesOf(tokens, from, to),
      parties: partiesIn(start, end),
      cues: [],
      places: placesIn(start, end).flatMap(({ each }) => (isDefiniteNoun(each.mention.text) ? [] : [each])),
      dates: datesIn(start, end),
      numbers: numbersIn(start, end),
      titles: [],
    };
    sentence.cues = cuesOf(sentence);
    return sentence;
  });
}

/** "دبي، الإمارات العربية المتحدة (CNN)--": where a report was filed is no part of what it tells. */
const dateline = /^[^.:!\u061f\n]{0,80}?\([^()\n]{2,24}\)\s*(?:--|[-\u2013\u2014])\s*/u;

/** Sectors as the patterns name them: `%gov` who governs or represents, `%armed` who bears arms. */
const nameClasses: Record<string, ReadonlySet<string>> = {
  '%gov': governing,
  '%armed': armed,
};
const finePlace = 3; // precision from which a place is a governorate or finer
const countryPlace = 4; // precision of a place that is a country

/** Readings with a name's class added where the name begins, so that patterns can ask for whoever it is. */
function withNames(
  readings: (readonly Reading[])[],
  parties: readonly PartyMention[],
  places: readonly ResolvedPlace[],
): (readonly Reading[])[] {
  const add = (at: number, form: string) => {
    readings[at] = [...(readings[at] ?? []), bareReading(form)];
  };
  for (const { from, sector } of parties)
    for (const [name, sectors] of Object.entries(nameClasses)) if (sectors.has(sector ?? '')) add(from, name);
  for (const { mention, precision } of places)
    if (precision <= countryPlace) add(mention.from, precision <= finePlace ? '%place' : '%country');
  return readings;
}

/** Quotation marks and brackets take no room either. */
const isMark = ({ kind, text }: Token): boolean => kind === 'punctuation' && marks.test(text);
const marks = /^["'\u2018\u2019\u201c\u201d\u00ab\u00bb()[\]]+$/u;

function innerTokens(names: readonly { from: number; to: number }[], tokens: readonly Token[]): Uint8Array {
  const inner = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) if (isMark(tokens[at] as Token)) inner[at] = 1; // within bounds
  for (const { from, to } of names) inner.fill(1, from + 1, to);
  return inner;
}

const tehMarbuta = '\u0629';

/** The readings of a token; folding made teh marbuta look like the pronoun ه, the word itself tells them apart. */
function readToken(token: Token): readonly Reading[] {
  if (token.kind === 'punctuation') return readMark(token);
  return token.word.endsWith(tehMarbuta) ? readFeminine(token) : readAny(token);
}
const readAny = keptOf(readWord);
const readFeminine = keptOf((key): readonly Reading[] => readWord(key).filter((each) => !isOfHis(each)));
const readMark = keptOf((key): readonly Reading[] => [bareReading(key)]);
const isOfHis = ({ pronoun }: Reading): boolean => pronoun === 'ه';

/** "المدينة" and its like point back to a place; as a name they stand with more words. */
const isDefiniteNoun = (text: string) => /^(?:ال)?(?:مدينة|بلدة|قرية|محافظة|منطقة|ولاية|حدود)$/u.test(text);

/** The clause of a sentence that holds a token. */
export const clauseAt = (sentence: Sentence, token: number): readonly [number, number] =>
  sentence.clauses.find(([from, to]) => token >= from && token < to) ?? [sentence.from, sentence.to];

/** The span of [start, end) of a field. */
export function spanOf(field: Field, start: number, end: number) {
  return { field: field.name, start, end, text: field.text.slice(start, end) };
}

/** Where a word begins behind a preposition or conjunction written onto it: "لمنزل", "بأحد", "وبقذائف". */
export function bareStart({ text, start }: Token): number {
  if (/^[وف][بل](?=.{3})/u.test(text)) return start + 2;
  if (/^لل(?=.{3})/u.test(text)) return start + 1;
  return /^[بلوف](?=.{3})/u.test(text) && !radical.test(text) ? start + 1 : start;
}
const radical =
  /^(?:بناء|بناي|بيت|بيوت|بنك|باص|براميل|برميل|بنادق|بندقي|بلد|بحر|بضائع|بضاع|بطاق|بقال|بعث|ورش|وقود|وكال|وسائل|لغم|لجن|فندق|فروع|فرع|فرن)/u;
