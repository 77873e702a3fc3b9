import type { Token } from './tokenize.ts';

const openers = new Set(['\u00ab', '\u201c', '\u201e']);
const closers = new Set(['\u00bb', '\u201d']);
const maxQuote = 400; // tokens; a mark that is not closed by then was a stray one

/** How many quotations each token stands in; a line break or too long a stretch closes them. Linear time. */
export function quoteDepths(text: string, tokens: readonly Token[]): Uint8Array {
  const depths = new Uint8Array(tokens.length);
  let opened = -1;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token; // within bounds
    if (opened >= 0 && (at - opened > maxQuote || hasBreak(text, tokens[at - 1], token))) opened = -1;
    depths[at] = opened >= 0 ? 1 : 0;
    if (token.word !== '"') continue;
    // curly marks say which they are, though some writers open with the closing one; straight marks take turns
    if (opened < 0) opened = closers.has(token.text) && !token.spaceBefore ? -1 : at;
    else if (!openers.has(token.text)) opened = -1;
  }
  return depths;
}

function hasBreak(text: string, before: Token | undefined, token: Token): boolean {
  for (let at = before?.end ?? token.start; at < token.start; at++)
    if (text.charCodeAt(at) === 0x0a) return true;
  return false;
}
