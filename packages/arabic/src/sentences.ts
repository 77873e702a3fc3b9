import { type Token, tokenize } from './tokenize.ts';

export type Sentence = { start: number; end: number; clauses: { start: number; end: number }[] };

/** Titles and units whose point ends no sentence. */
const abbreviations = new Set(['د', 'م', 'أ', 'ا', 'ص', 'ب', 'ت', 'ه', 'كم', 'كلم', 'مم', 'Dr', 'Mr', 'No']);
/** Words that begin a clause with a subject of its own. */
const openers = new Set([
  'فيما',
  'بينما',
  'كما',
  'حيث',
  'لكن',
  'ولكن',
  'غير',
  'بعدما',
  'عندما',
  'قبل',
  'فضلا',
  'علما',
  'مما',
  'ما',
  'وقال',
  'واضاف',
  'واكد',
  'واشار',
  'وذكر',
  'وافاد',
  'واوضح',
  'ولفت',
  'وتابع',
  'وكان',
  'وكانت',
]);

/** Sentences and their clauses, as offsets into the text; a line break always ends a sentence. */
export function splitSentences(text: string, tokens: readonly Token[] = tokenize(text)): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token) continue;
    const breaksLine = next !== undefined && text.slice(token.end, next.start).includes('\n');
    if (!breaksLine && next !== undefined && !endsSentence(tokens, at)) continue;
    const group = tokens.slice(first, at + 1);
    const start = group[0]?.start ?? 0;
    sentences.push({ start, end: token.end, clauses: clausesOf(group) });
    first = at + 1;
  }
  return sentences;
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== 'punctuation') return false;
  if (token.word === '!' || token.word === '?' || token.word === ';' || token.word === '\u2026') return true;
  if (token.word !== '.') return false;
  const before = tokens[at - 1];
  if (before && abbreviations.has(before.word)) return false;
  return next === undefined || next.spaceBefore || next.word === '"';
}

function clausesOf(tokens: readonly Token[]): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let first = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    const opens =
      token !== undefined &&
      ((before?.word === ',' && at - first > 2) || (openers.has(token.key) && at - first > 2));
    if (token !== undefined && !opens) continue;
    clauses.push({ start: tokens[first]?.start ?? 0, end: before?.end ?? 0 });
    first = at;
  }
  return clauses;
}
