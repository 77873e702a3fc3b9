import { kept } from './kept.ts';

const prefixes = /^(?:وال|بال|كال|فال|ال|لل)(?=.{2})/u;
const suffixes = /(?:ها|ان|ات|ون|ين|يه|ه|ي)$/u;
const leastStem = 3; // letters that must remain

/**
 * A word, as `lookupKey` folds it, without the letters that only inflect it: light10, Larkey, Ballesteros and Connell,
 * "Light stemming for Arabic information retrieval", 2007. Words of one stem are alike, not the same.
 */
export const lightStem = kept((key): string => {
  let stem = key.replace(/^و(?=.{3})/u, '').replace(prefixes, '');
  for (let next = stem.replace(suffixes, ''); next !== stem && next.length >= leastStem; ) {
    stem = next;
    next = stem.replace(suffixes, '');
  }
  return stem;
});
