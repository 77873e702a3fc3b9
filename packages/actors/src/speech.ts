import { lookupKey } from '@rasid/arabic';
import { wordLists } from './data.ts';

const verbs: ReadonlySet<string> = new Set(
  wordLists.speech.map(lookupKey).flatMap((verb) => [verb, `و${verb}`, `ف${verb}`]),
);

/** Whether a word (strong key) is a verb whose subject is a party and stands beside it. */
export const speaks = (key: string): boolean => verbs.has(key);
