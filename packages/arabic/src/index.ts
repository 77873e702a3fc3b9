export { type Canonical, canonical, lookupKey } from './canonical.ts';
export { type DateTime, parseDateTime, shiftDay } from './date-time.ts';
export { type DateMention, type DateValue, findDates } from './dates.ts';
export { detectLanguage } from './language.ts';
export { findNumbers, type NumberMention, type Qualifier } from './numbers.ts';
export { compilePhrases, type PhraseMatch, type PhraseMatcher } from './phrases.ts';
export { type Sentence, splitSentences } from './sentences.ts';
export { type Token, tokenize } from './tokenize.ts';
