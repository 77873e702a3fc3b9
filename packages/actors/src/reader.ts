import type { PhraseMatch, Token } from '@rasid/arabic';
import type { Lexicon, Reading } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { PartyContext } from './types.ts';
import { readWord, type Word } from './words.ts';

/** A text prepared for reading parties: quotation marks and brackets are set aside, since outlets put names between them. */
export type Reader = {
  text: string;
  /** Tokens without quotation marks. */
  tokens: readonly Token[];
  words: readonly Word[];
  /** Index of each token among the tokens given. */
  origin: readonly number[];
  /** Position after the last word of the quotation that opens before a token; 0 where none does. */
  quotedUntil: Uint32Array;
  /** Offset after the quotation mark that closes right after a token; 0 where none does. */
  closesAt: Uint32Array;
  /** Countries the text is about: the one named most, and the outlet's. */
  homes: ReadonlySet<string>;
  /** Places of the context by where they begin, `skipped` letters into a word: position after the place, and its country. */
  placeFrom: (position: number, skipped?: number) => { to: number; country: string | null } | null;
  /** YYYY-MM of the text, or null. */
  month: string | null;
  /** Phrases read inside others, by place and depth: a chain of genitives is asked for the same ones again. */
  inner: Map<number, Phrase | null>;
  /** Lexicon matches that begin at a position, longest first. */
  matchesAt: (position: number) => readonly PhraseMatch<Reading>[];
};

/** "ألباريس": with a hamza it is no article. */
const noArticle = /^[وبفك]?\u0623\u0644/u;

const quotes = new Set(['"', '“', '”', '«', '»', "'", '‘', '’', '(', ')']);
/** Before and between the words of a hashtag. */
const hashtag = new Set(['#', '_']);
const maxQuoted = 8; // words; a longer quotation is speech, not a name
/** The preposition \u0639\u0644\u0649 (alef maksura at the end), which folds to the name with yeh. */
const on = '\u0639\u0644\u0649';
const ON = { key: 'من', memo: null }; // read like any other preposition
const none: PhraseMatch<Reading>[] = []; // stays empty

/** "جان-لوك": a hyphen without a space on either side joins the words of a name. */
const isJoint = (all: readonly Token[], at: number): boolean =>
  /^[-\u2010\u2011]$/u.test(all[at]?.text ?? '') &&
  all[at - 1]?.end === all[at]?.start &&
  all[at]?.end === all[at + 1]?.start &&
  all[at - 1]?.kind === 'word' &&
  all[at + 1]?.kind === 'word';

export function openReader(
  text: string,
  all: readonly Token[],
  lexicon: Lexicon,
  { at, outletCountry, places = [] }: PartyContext,
): Reader {
  const tokens: Token[] = [];
  const origin: number[] = [];
  const quotedUntil = new Uint32Array(all.length + 1);
  const closesAt = new Uint32Array(all.length + 1);
  const words: Word[] = [];
  const starts: PhraseMatch<Reading>[][] = [];
  let opened = -1;
  for (let index = 0; index < all.length; index++) {
    const token = all[index] as Token; // within bounds
    if (token.kind !== 'word' && (hashtag.has(token.text) || isJoint(all, index))) continue;
    if (token.kind !== 'punctuation' || !quotes.has(token.text)) {
      tokens.push(token);
      origin.push(index);
      words.push(readWord(token.word === on ? ON : token));
      starts.push(none);
      continue;
    }
    const position = tokens.length;
    if (opened >= 0 && position > opened && position - opened <= maxQuoted) {
      quotedUntil[opened] = position;
      closesAt[position - 1] = token.end;
      opened = -1;
    } else opened = position;
  }
  for (const match of lexicon.findAll(tokens)) {
    if (match.proclitic.endsWith('ال') && noArticle.test(tokens[match.from]?.text ?? '')) continue;
    const list = starts[match.from] ?? none;
    if (list.length === 0) starts[match.from] = [match];
    else list.push(match);
  }
  return {
    text,
    tokens,
    origin,
    quotedUntil,
    closesAt,
    words,
    homes: homesOf(words, starts, outletCountry),
    placeFrom: placeIndex(tokens, places),
    inner: new Map(),
    month: at?.slice(0, 7) ?? null,
    matchesAt: (position) => starts[position] ?? none,
  };
}

/** Whether the token at a position is a word, and so can belong to a noun phrase. */
export const isWord = (reader: Reader, position: number): boolean => reader.tokens[position]?.kind === 'word';

/** The country named most often, by name or adjective, and the outlet's own. */
function homesOf(
  words: readonly Word[],
  matches: readonly (readonly PhraseMatch<Reading>[])[],
  outlet: string | null | undefined,
): Set<string> {
  const counts = new Map<string, number>();
  const count = (country: string | null | undefined) => {
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  };
  for (const { country } of words) count(country);
  for (const { 0: first } of matches) if (first?.value.local === null) count(first.value.entry?.country);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return new Set([...(most ? [most[0]] : []), ...(outlet ? [outlet] : [])]);
}

function placeIndex(
  tokens: readonly Token[],
  places: NonNullable<PartyContext['places']>,
): Reader['placeFrom'] {
  const byStart = new Map(places.map((place) => [place.start, place]));
  return (position, skipped = 0) => {
    const place = byStart.get((tokens[position]?.start ?? -1) + skipped);
    if (!place) return null;
    let to = position + 1;
    while ((tokens[to]?.end ?? Number.POSITIVE_INFINITY) <= place.end) to++;
    return { to, country: place.country };
  };
}
