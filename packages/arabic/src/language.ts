import { isArabicLetter } from './letters.ts';

/** Letters that a language in Arabic script writes and Arabic does not; the first that is frequent decides. */
const foreign: [string, RegExp][] = [
  ['ug', /[\u06c7\u06c8\u06cb]/gu], // u, yu, ve
  ['ckb', /[\u06ce\u06c6\u0695\u06b5\u06d5]/gu], // yeh with small v, oe, reh with small v, lam with small v, ae
  ['ps', /[\u067c\u0689\u0693\u0696\u069a\u06ab\u06bc\u06cd\u0681\u0685]/gu],
  ['ur', /[\u0679\u0688\u0691\u06ba\u06c1\u06d2]/gu], // tteh, ddal, rreh, noon ghunna, heh goal, yeh barree
  ['fa', /[\u067e\u0686\u0698\u06af\u06a9\u06cc]/gu], // peh, tcheh, jeh, gaf, keheh, farsi yeh
];
const minLetters = 20; // fewer say nothing
const foreignShare = 0.02; // names in Arabic news bring some of them, a language brings many

/** The language by its letters: ar, fa, ur, ckb, ps, ug; `other` for other scripts, `und` when the text is too short. */
export function detectLanguage(text: string): { language: string; arabicShare: number } {
  let arabic = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isArabicLetter(code)) {
      arabic++;
      letters++;
    } else if (code > 0x40 && /\p{L}/u.test(text.charAt(at))) letters++;
  }
  const arabicShare = letters === 0 ? 0 : arabic / letters;
  if (letters < minLetters) return { language: 'und', arabicShare };
  if (arabicShare < 0.5) return { language: 'other', arabicShare };
  const found = foreign.find(([, pattern]) => (text.match(pattern)?.length ?? 0) / arabic >= foreignShare);
  return { language: found?.[0] ?? 'ar', arabicShare };
}
