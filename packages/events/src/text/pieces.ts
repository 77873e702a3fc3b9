import { sentenceSpans, type Token } from '@rasid/arabic';

const maxSentence = 240; // tokens: text without marks is cut, so that the work for a sentence stays bounded

type Piece = { from: number; to: number; start: number; end: number };

/** The sentences of a text behind its dateline, those too long in pieces of at most `maxSentence` tokens. */
export function piecesOf(text: string, tokens: readonly Token[], datelineEnd: number): Piece[] {
  const pieces: Piece[] = [];
  let token = 0;
  const add = (start: number, end: number) => {
    while (token < tokens.length && startOf(tokens, token) < start) token++;
    const from = token;
    while (token < tokens.length && startOf(tokens, token) < end) token++;
    pieces.push({ from, to: token, start, end });
  };
  for (const { from, to, start, end } of sentenceSpans(text, tokens)) {
    let begin = Math.max(start, Math.min(end, datelineEnd));
    let first = from;
    while (first < to && startOf(tokens, first) < begin) first++;
    for (let at = first + maxSentence; at < to; at += maxSentence) {
      const cut = startOf(tokens, at);
      add(begin, cut);
      begin = cut;
    }
    add(begin, end);
  }
  return pieces;
}

const startOf = (tokens: readonly Token[], at: number): number => (tokens[at] as Token).start; // within bounds

/** Those of a list in reading order that begin in [start, end), asked for from left to right. */
export function inOrder<T extends { start: number }>(
  list: readonly T[],
): (start: number, end: number) => T[] {
  let next = 0;
  const skipTo = (offset: number) => {
    for (let each = list[next]; each !== undefined && each.start < offset; each = list[next]) next++;
    return next;
  };
  return (start, end) => list.slice(skipTo(start), skipTo(end));
}
