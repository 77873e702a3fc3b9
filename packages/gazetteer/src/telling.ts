import { keptOf, type Token } from '@rasid/arabic';
import { isBackReference, isCapital } from './back-references.ts';
import { adminNounOf } from './before.ts';
import { isBorder, isLandNoun } from './borders.ts';
import { nationsOf } from './spoken.ts';

/** Whether a word tells of a place beside the names: one question for what the finders would each ask of every word. */
const tells = keptOf((key): boolean => {
  const word = { key, memo: null };
  return (
    adminNounOf(word) !== null ||
    nationsOf(word).length > 0 ||
    isBorder(word) ||
    isLandNoun(key) ||
    isBackReference(word) ||
    isCapital(word)
  );
});

/** The places of such words in a text, in order. */
export const tellingIn = (tokens: readonly Token[]): number[] => {
  const telling: number[] = [];
  for (let at = 0; at < tokens.length; at++) if (tells(tokens[at] as Token)) telling.push(at); // within bounds
  return telling;
};
