import { lookupKey } from '@rasid/arabic';

// The table of the strong fold for letters that names are made of; 27,000 names are folded at every start.
const FOLDS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  '\u0649': 'ي',
  '\u0629': 'ه',
}; // alef maqsura, teh marbuta

const isPlain = /^[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*$/;

/** Folds a name the way the matcher does, so that equal names share one entry. */
export const nameKey = (name: string): string =>
  isPlain.test(name)
    ? name.replace(/[\u0622\u0623\u0624-\u0626\u0629\u0649]/g, (letter) => FOLDS[letter] ?? letter)
    : lookupKey(name).trim();
