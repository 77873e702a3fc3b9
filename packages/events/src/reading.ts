import { type ActorMention, findActors } from '@rasid/actors';
import {
  type DateMention,
  findDates,
  findNumbers,
  type NumberMention,
  splitSentences,
  type Token,
  tokenize,
} from '@rasid/arabic';
import { findPlaces, type ResolvedPlace, resolvePlaces } from '@rasid/gazetteer';
import { readingsOf } from './pattern.ts';

export type ArticleInput = {
  title: string;
  text: string;
  publishedAt: string | null;
  timeZone: string;
  outlet: { id: string; country: string | null };
};

export type Field = { name: 'title' | 'text'; text: string; tokens: readonly Token[]; readings: string[][] };

/** A sentence with everything found in it; token indices are those of its field. */
export type Sentence = {
  field: Field;
  order: number;
  zone: 'title' | 'lead' | 'body';
  from: number;
  to: number;
  start: number;
  end: number;
  actors: ActorMention[];
  places: ResolvedPlace[];
  dates: DateMention[];
  numbers: NumberMention[];
};

const maxTextLength = 60_000; // UTF-16 units: longer texts are reports, and reading stops there

/** Reads title and text into sentences with their parties, places, dates and numbers. */
export function readArticle(article: ArticleInput): Sentence[] {
  const sentences: Sentence[] = [];
  for (const name of ['title', 'text'] as const) {
    const text = article[name].slice(0, maxTextLength);
    if (text.trim()) sentences.push(...readField(name, text, article, sentences.length));
  }
  const leads = sentences.filter(({ field }) => field.name === 'text').slice(0, 2);
  for (const lead of leads) lead.zone = 'lead';
  return sentences;
}

function readField(name: Field['name'], text: string, article: ArticleInput, base: number): Sentence[] {
  const tokens = tokenize(text);
  const field: Field = { name, text, tokens, readings: tokens.map(readingsOf) };
  const at = article.publishedAt?.slice(0, 10);
  const actors = findActors(text, tokens, at ? { at } : {});
  const places = resolvePlaces(findPlaces(text, tokens), { outletCountry: article.outlet.country });
  const dates = findDates(text, tokens, article);
  const numbers = findNumbers(text, tokens);
  let token = 0;
  return splitSentences(text, tokens).map(({ start, end }, index) => {
    const from = token;
    while (token < tokens.length && (tokens[token]?.start ?? end) < end) token++;
    const inside = (each: { start: number }) => each.start >= start && each.start < end;
    return {
      field,
      order: base + index,
      zone: name === 'title' ? 'title' : 'body',
      from,
      to: token,
      start,
      end,
      actors: actors.filter(inside),
      places: places.filter(({ mention }) => inside(mention) && !isDefiniteNoun(mention.text)),
      dates: dates.filter(inside),
      numbers: numbers.filter(inside),
    };
  });
}

/** "المدينة" and its like point back to a place; as a name they stand with more words. */
const isDefiniteNoun = (text: string) => /^(?:ال)?(?:مدينة|بلدة|قرية|محافظة|منطقة|ولاية|حدود)$/u.test(text);

/** The span of token range [from, to) of a field. */
export function spanOf(field: Field, start: number, end: number) {
  return { field: field.name, start, end, text: field.text.slice(start, end) };
}
