import type { PartyMention } from '@rasid/actors';
import { tokenOfTitle } from '../text/titles.ts';
import type { Order } from './party-order.ts';

/** "استقالت الحكومة", "استقالة الوزير": who leaves does it, unless somebody accepts it. */
export const resigns = ({ sentence, trigger, isVerb, subject, next }: Order): boolean => {
  const { tokens } = sentence.field;
  if (!leaving.test(tokens[trigger.from]?.key ?? '')) return false;
  if (isVerb || subject === undefined) return true;
  const isHis = next !== undefined && tokenOfTitle(sentence, next) === trigger.to; // "استقالة رئيس الوزراء"
  for (let at = trigger.from - 1; isHis && at >= trigger.from - takingReach; at--)
    if (takingLeave.test(tokens[at]?.key ?? '')) return false; // "قبل الرئيس استقالة الوزير"
  return isHis;
};
const takingReach = 8; // tokens between "قبل" and what is accepted: who does it and the day stand between
const takingLeave = /^[وف]?(?:قبل|قبلت|[يت]قبل|قبول|وافق|وافقت|موافقه|رفض|رفضت|[يت]رفض|تسلم|تسلمت)$/u;
const leaving = /^[وفب]?(?:ال)?(?:استقال|استقالت|استقالوا|يستقيل|تستقيل|استقاله|تنحي|تنحت|يتنحي|تتنحي)$/u;
export const resigning = ({ inside, isSubjectFirst, subject, next }: Order): PartyMention | undefined =>
  inside ?? (isSubjectFirst ? subject : (next ?? subject));
