import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';

const bond =
  /^(?:ال)?(?:تابع|موالي?|مواليا|مدعوم|مرتبط|محسوب|مقرب|متحالف|مناهض|معارض|مناوي|منتمي?|خاضع|ممول|مسجل)(?:ه|ين|ون|ان|تين|تان)?$/u;

/** "البرنامج التابع للأمم المتحدة", "الفصائل الموالية لتركيا": whose a party named right before is, no party of its own. */
export function isAttached({ field: { tokens }, parties }: Sentence, mention: PartyMention): boolean {
  const isApart = /^(?:من|الي|ل|ب|مع)$/u.test(tokens[mention.from - 1]?.key ?? '');
  const at = mention.from - (isApart ? 2 : 1);
  if (!bond.test(tokens[at]?.key ?? '')) return false;
  return parties.some(({ to, kind }) => to === at && kind !== 'adjective');
}
