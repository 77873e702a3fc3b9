import { type Clause, clausesOf } from './clauses.ts';
import { quoteDepths } from './quotes.ts';
import { type Token, tokenize } from './tokenize.ts';

export type Sentence = {
  start: number;
  end: number;
  clauses: Clause[];
  /** It begins inside a quotation that a sentence before it opened. */
  isQuoted: boolean;
};

/** Titles and short forms whose point ends no sentence. Single letters never end one, except behind a number (2015 م.). */
const abbreviations = new Set(['Dr', 'Mr', 'Mrs', 'Ms', 'Prof', 'No', 'St', 'Inc', 'Ltd', 'vs', 'أ.د']);
const enders = new Set(['!', '?', ';', '\u2026']);
const closers = new Set(['"', ')', ']', '}', "'"]);
const ellipsis = 3; // points; two are a comma of headlines ("ريف حلب.. مقتل خمسة")

/** Sentences and their clauses, as offsets into the text; a line break always ends a sentence. Linear time. */
export function splitSentences(text: string, tokens: readonly Token[] = tokenize(text)): Sentence[] {
  const depths = quoteDepths(text, tokens);
  return sentenceSpans(text, tokens).map(({ from, to, start, end }) => ({
    start,
    end,
    clauses: clausesOf(tokens.slice(from, to), depths.subarray(from, to)),
    isQuoted: (depths[from] ?? 0) > 0 && tokens[from]?.word !== '"',
  }));
}

/** The sentences alone, as tokens [from, to) and as offsets: for who reads clauses in another way. */
export function sentenceSpans(text: string, tokens: readonly Token[]): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let first = 0;
  for (let at = 0; at < tokens.length; at++) {
    const end = breaksLine(text, tokens, at) ? at : endOfSentence(tokens, at, first);
    if (end === null) continue;
    const last = breakBefore(text, tokens, at, end);
    spans.push({
      from: first,
      to: last + 1,
      start: tokens[first]?.start ?? 0,
      end: tokens[last]?.end ?? 0,
    });
    first = last + 1;
    at = last;
  }
  return spans;
}

type SentenceSpan = { from: number; to: number; start: number; end: number };

function breaksLine(text: string, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return true;
  const from = tokens[at]?.end ?? 0;
  // a loop: most gaps are one space, cutting them out would cost a string each
  for (let place = from; place < next.start; place++) if (isBreak(text.charCodeAt(place))) return true;
  return false;
}

const isBreak = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x85;

/** Marks that close a quotation belong to the sentence, unless a line break comes first. */
function breakBefore(text: string, tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (breaksLine(text, tokens, at)) return at;
  return to;
}

/** The last token of the sentence when one ends with this token. */
function endOfSentence(tokens: readonly Token[], at: number, first: number): number | null {
  const token = tokens[at];
  if (token?.kind !== 'punctuation') return null;
  let last = at;
  if (token.word === '.') {
    if (tokens[at - 1]?.word === '.' && !token.spaceBefore) return null; // the tail of two points
    const points = countPoints(tokens, at);
    last = at + points - 1;
    if (points === 1 ? !isFullStop(tokens, at, first) : points < ellipsis && tokens[last + 1] !== undefined)
      return null;
  } else if (!enders.has(token.word)) return null;
  for (let next = tokens[last + 1]; next && !next.spaceBefore; next = tokens[last + 1]) {
    if (!enders.has(next.word) && !closers.has(next.word) && next.word !== '.') break;
    last++;
  }
  return last;
}

function countPoints(tokens: readonly Token[], at: number): number {
  let points = 1;
  while (tokens[at + points]?.word === '.' && !tokens[at + points]?.spaceBefore) points++;
  return points;
}

function isFullStop(tokens: readonly Token[], at: number, first: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before === undefined || next === undefined) return true;
  if (before.kind === 'number' && at - 1 === first) return false; // "1. قصف": a list
  if (before.kind === 'word') {
    if (abbreviations.has(before.word)) return false;
    if (before.word.length === 1) return tokens[at - 2]?.kind === 'number' && next.spaceBefore;
  }
  if (next.spaceBefore || closers.has(next.word)) return true;
  // "انتهى.وقال": the space was forgotten; "aljazeera.net" and 3.5 are no ends
  return isArabicWord(before) && isArabicWord(next);
}

const isArabicWord = ({ kind, word }: Token): boolean =>
  kind === 'word' && word.length > 1 && word.charCodeAt(0) >= 0x0600;
