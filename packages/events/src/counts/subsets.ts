import type { Sentence } from '../text/reading.ts';
import { standsAt } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';
import { kindAt } from './count-heads.ts';
import { kindOfNoun } from './count-words.ts';
import type { CountClaim } from './counts.ts';
import type { Counted } from './people.ts';

const subset = wordList([
  'بينهم',
  'بينها',
  'منهم',
  'منها',
  'ضمنهم',
  'بينهن',
  'أحدهم',
  'أحدهما',
  'بينهما',
  'إحداهما',
  'إحداهن',
]);

/** "تسعة ناجين بينهم أربعة مصابين": the wounded among those who were not counted as such are all there are. */
export const isPart = (
  sentence: Sentence,
  number: Counted,
  last: Counted | undefined,
  before: readonly CountClaim[],
): boolean =>
  isSubset(sentence, number, last?.to) &&
  !(
    before.length > 0 &&
    kindOfNoun.get(number.noun?.lemma ?? '') === 'wounded' &&
    !before.some(({ kind }) => kind === 'wounded') &&
    !/^(?:خطير|حرج|بليغ|طفيف|متوسط)/u.test(sentence.field.tokens[number.to]?.key ?? '')
  );

/** "بينهم طفلان", "بين القتلى امرأة": those were counted before. */
function isSubset({ field, from }: Sentence, number: Counted, lastEnd = -1): boolean {
  for (let at = Math.max(from, number.from - 3); at < number.from; at++)
    if (at === lastEnd && field.tokens[at + 1]?.key.startsWith('و'))
      continue; // "10 منهم وثلاثة من العمال"
    else if (except.test(field.tokens[at + 1]?.key ?? ''))
      continue; // "لم ينج منها سوى ثلاثة جرحى"
    else if (
      (standsAt(subset, field.readings, at, number.from) && !isSaid(field, at, number.from)) ||
      isAmong(field.tokens, at)
    )
      return true;
  const next = field.tokens[number.to]?.key === 'من' ? number.to + 1 : number.to;
  return isAmong(field.tokens, next) || isGraded(field.tokens, number.to);
}

const except = /^(?:سوي|الا|غير)$/u;
const gravity = /^(?:بالغ|خطير|خطر|حرج|بليغ|طفيف|متوسط|(?:اصاب(?:ه|ات|ت)|حال(?:ه|ات|ت)|جراح|جروح)هم)/u;

/** "إصابات أربعة منهم بالغة", "خمسة منهم في حالة حرجة": how badly some of those counted before are hurt. */
const isGraded = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  /^منه(?:م|ن)$/u.test(tokens[at]?.key ?? '') &&
  (gravity.test(tokens[at + 1]?.key ?? '') ||
    (tokens[at + 1]?.key === 'في' && /^حال(?:ه|ات)?$/u.test(tokens[at + 2]?.key ?? '')));

/** "علمنا منهم أن 40 لقوا حتفهم": they only told it; "بينهم طفل وجرح مئات": others, of another fate. */
function isSaid({ tokens, readings }: Sentence['field'], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const key = tokens[at]?.key ?? '';
    if (key === 'ان' || (key.startsWith('و') && kindAt(readings[at]) !== undefined)) return true;
  }
  return false;
}

/** "بين الضحايا": those of a toll told elsewhere. */
const isAmong = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  tokens[at]?.key === 'بين' &&
  /^ال(?:قتلي|ضحايا|شهداء|وفيات|جرحي|مصابين|معتقلين|موقوفين)$/u.test(tokens[at + 1]?.key ?? '');
