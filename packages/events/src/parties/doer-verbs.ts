import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';
import type { Trigger } from '../wordings/triggers.ts';

/** Verbs that whoever does a happening stands behind, with the pronoun of the happening: "هجوم نفذه س", "قمة عقدها س". */
const doing =
  /^(?:[يت]?(?:نفذ|شن|ارتكب|قاد|تبن[اي]|تبن|قدم|اجرا|اجر|فرض|اطلق|نظم|خاض|خوض|عقد|وقع|اصدر|اعلن|اتخذ|دبر|موله?|وجه|بذل)ت?)(?:ه|ها|هم|هما)$/u;
const carriesOut = /^[وف]?(?:قام|قامت|يقوم|تقوم|قاموا|بادر|بادرت|اضطلع|اضطلعت)$/u;

const reach = 6; // tokens from a happening to the verb of who does it: an adjective or a place stands between

/** "هجمات شنتها س", "غارات قامت بها س": the party right behind such a verb does what is told before it. */
export function isRelativeDoer(
  { field: { tokens } }: Sentence,
  { form, to }: Trigger,
  { from, canAct }: PartyMention,
): boolean {
  if (!canAct || form.pos === 'verb' || from <= to || from - to > reach) return false;
  const before = tokens[from - 1]?.key ?? '';
  return (
    doing.test(before) || (/^(?:به|بها|بهم)$/u.test(before) && carriesOut.test(tokens[from - 2]?.key ?? ''))
  );
}
