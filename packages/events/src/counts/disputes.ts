import type { Count } from '@rasid/contracts';
import type { Sentence } from '../text/reading.ts';
import type { CountClaim } from './counts.ts';

/** Another side has another figure of what was counted before. */
export function isDisputed(
  sentence: Sentence,
  { kind, count, at, isUpdate }: CountClaim,
  known: Count,
): boolean {
  if (isUpdate) return false;
  if ((kind !== 'killed' && kind !== 'wounded') || sentence.zone === 'title') return false;
  if (count.qualifier === 'vague' || known.qualifier === 'vague' || known.max === 0) return false;
  return (
    (count.min ?? 0) > 1 && count.min !== known.min && (isDispute(sentence) || isOfOtherVoice(sentence, at))
  );
}

/** From the lowest to the highest figure: annotation guideline, section 7. */
export const spread = (known: Count, other: Count): Count => ({
  ...known,
  min: Math.min(known.min ?? 0, other.min ?? 0),
  max: Math.max(known.max ?? known.min ?? 0, other.max ?? other.min ?? 0),
  qualifier: 'range',
});

const disputeReach = 5; // tokens of a sentence that say who has another figure
const dispute = /^و?(?:لكن|زعمت?|قدرت?|تحدثت?|تحدثوا)$/u;

/** "لكن الجيش أعلن مقتل أربعة", "وقدر آخرون عدد القتلى بـ 48": one side's figure beside another's. */
export function isDispute({ field: { tokens }, from, to }: Sentence): boolean {
  for (let at = from; at < Math.min(to, from + disputeReach); at++)
    if (dispute.test(tokens[at]?.key ?? '')) return true;
  return false;
}

const voiceReach = 16; // tokens from "while others said" over who they are to their figure
const whereas = /^(?:بينما|فيما|حين)$/u;
const says = /^(?:اعلن|اشار|قال|ذكر|افاد|اكد|تحدث|اورد|ابلغ|قدر|نقل)(?:ت|وا)?$/u;
const ofTally = /^(?:ال)?(?:عدد|حصيله|قتلي|ضحايا|جثه|جثث|استقبال|وصول)$/u;

/** "بينما أشارت وسائل إعلام إلى أن عدد القتلى بلغ 30": in one sentence with the figure of the first. */
function isOfOtherVoice({ field: { tokens }, from }: Sentence, at: number): boolean {
  let isTally = false;
  for (let back = at + 1; back >= Math.max(from, at - voiceReach); back--) {
    const key = tokens[back]?.key ?? '';
    if (ofTally.test(key)) isTally = true;
    if (isTally && says.test(key) && whereas.test(tokens[back - 1]?.key ?? '')) return true;
  }
  return false;
}
