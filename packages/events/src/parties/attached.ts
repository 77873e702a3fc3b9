import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';

const bond =
  /^(?:ال)?(?:تابع|موالي?|مواليا|مدعوم|مرتبط|محسوب|مقرب|متحالف|مناهض|معارض|مناوي|منتمي?|خاضع|ممول|مسجل)(?:ه|ين|ون|ان|تين|تان)?$/u;

/** "التحالف الذي تقوده السعودية", "التحالف بقيادة السعودية". */
const isLeader = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  /^(?:[يت]قود(?:ه|ها)|[يت]تزعم(?:ه|ها)|بقياده|بزعامه)$/u.test(tokens[at]?.key ?? '');

/** "البرنامج التابع للأمم المتحدة", "الفصائل الموالية لتركيا": whose a party named right before is, no party of its own. */
export function isAttached({ field: { tokens }, parties }: Sentence, mention: PartyMention): boolean {
  if (
    isLeader(tokens, mention.from - 1) &&
    parties.some(({ to }) => mention.from - 1 - to <= 1 && to < mention.from)
  )
    return true;
  const isApart = /^(?:من|الي|ل|ب|مع)$/u.test(tokens[mention.from - 1]?.key ?? '');
  const at = mention.from - (isApart ? 2 : 1);
  if (!bond.test(tokens[at]?.key ?? '')) return false;
  return parties.some(({ to, kind }) => to === at && kind !== 'adjective');
}
