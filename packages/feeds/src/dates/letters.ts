const folds: Record<string, string> = {
  '\u0623': '\u0627', // alef with hamza above
  '\u0625': '\u0627', // alef with hamza below
  '\u0622': '\u0627', // alef with madda
  '\u0671': '\u0627', // alef wasla
  '\u0649': '\u064a', // alef maksura to ya
  '\u06cc': '\u064a', // Farsi ya
  '\u0629': '\u0647', // ta marbuta to ha
  '\u06a9': '\u0643', // Farsi kaf
  '\u060c': ',',
  '\u066b': '.',
  '\u00a0': ' ',
  '\u2212': '-',
};

/** A date's words in one spelling: digits of three scripts to ours, marks and tatweel out, letters of one shape. */
export function foldDate(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(
      /[\u0622\u0623\u0625\u0671\u0649\u06cc\u0629\u06a9\u060c\u066b\u00a0\u2212]/g,
      (letter) => folds[letter] ?? letter,
    )
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
