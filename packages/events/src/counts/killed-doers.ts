import type { Count } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import { type EventTypeId, typesWith } from '../data.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import { countOf } from './count.ts';
import { kindAt } from './count-heads.ts';

/** Types whose doers can die of what they do; their deaths count: annotation guideline, ruling 17. */
const fought = typesWith('force', 'attack', 'blast', 'crime');
const doer = /^(?:ال)?(?:منفذ|مهاجم|انتحاري|جاني|قاتل|مسلح|مطلق)$/u;
const described = /^ال(?:مسلح|انتحاري|قاتل)$/u; // "الرجل المسلح": who that is stands before
const doers = /^(?:ال)?(?:منفذي|منفذين|مهاجمين|مسلحين)$/u;
const numbers = new Map([
  ['الاثنين', 2],
  ['الثلاثه', 3],
  ['الاربعه', 4],
  ['الخمسه', 5],
]);
const included = /^(?:بينهم|منهم|فيهم|بمن|احدهم|احدهما)$/u;
const doerReach = 3; // tokens from "مقتل" to "منفذ الهجوم"

/** Those who did it and died, as one of the mentions says; nobody where the toll already has them. */
export function killedDoers(type: EventTypeId, mentions: readonly Candidate[]): Count | null {
  if (!fought.has(type)) return null;
  let most = 0;
  let span: Count['span'] | null = null;
  for (const { sentence } of mentions) {
    const { field, from, to } = sentence;
    for (let at = from; at < to; at++) {
      const key = field.tokens[at]?.key ?? '';
      if (included.test(key) && doerBehind(sentence, at) > 0) return null;
      const isSuicide = /^(?:و|ف)?(?:انتحر|ينتحر)$/u.test(key);
      const isKilling = !isSuicide && kindAt(field.readings[at]) === 'killed';
      const dead = isSuicide ? 1 : isKilling ? doerBehind(sentence, at) : 0;
      const token = field.tokens[at];
      if (dead <= most || !token) continue;
      most = dead;
      span = spanOf(field, token.start, token.end);
    }
  }
  return span && countOf({ min: most, max: most, qualifier: 'exact' }, span);
}

function doerBehind({ field, to }: Sentence, at: number): number {
  if (/^[وف]?(?:قتل|يقتل)$/u.test(field.tokens[at]?.key ?? '') && killsSome(field.tokens, at)) return 0;
  for (let next = at + 1; next <= Math.min(at + doerReach, to - 1); next++) {
    const key = field.tokens[next]?.key ?? '';
    const behind = field.tokens[next + 1]?.key ?? '';
    if (
      doer.test(key) &&
      !(next > at + 1 && described.test(key) && field.tokens[next - 1]?.key.startsWith('ال'))
    )
      return key.startsWith('ال') || behind.startsWith('ال') ? 1 : 0;
    if (doers.test(key)) return numbers.get(behind) ?? 0;
    if (/^(?:علي|في|من|ب|بعد|قبل|،)$/u.test(key)) return 0;
  }
  return 0;
}

/** "قتل انتحاري الاثنين 8 أشخاص": who is named first did it. */
const killsSome = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  [2, 3].some((step) => tokens[at + step]?.kind === 'number' || someone.test(tokens[at + step]?.key ?? ''));
const someone = /^(?:ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثماني?ه?|تسعه?|عشره?|عشرات|العشرات|عده|عددا)$/u;
