import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';
import { tokenOfTitle } from '../text/titles.ts';
import type { Trigger } from '../wordings/triggers.ts';

/** Verbs that whoever does a happening stands behind, with the pronoun of the happening: "هجوم نفذه س", "قمة عقدها س". */
const doing =
  /^(?:[يت]?(?:نفذ|شن|ارتكب|قاد|تبن[اي]|تبن|قدم|اجرا|اجر|فرض|اطلق|نظم|خاض|خوض|عقد|وقع|اصدر|اعلن|اتخذ|دبر|موله?|وجه|بذل)ت?)(?:ه|ها|هم|هما)$/u;
const carriesOut = /^[وف]?(?:قام|قامت|يقوم|تقوم|قاموا|بادر|بادرت|اضطلع|اضطلعت)$/u;

/** Nouns such a verb is said of, where another verb tells what came of it: "قتل جندي في هجوم شنه س". */
const deed =
  /^[وبل]?(?:ال)?(?:هجوم|هجوما|هجومين|هجمات|عمليه|عمليات|كمين|غاره|غارات|قصف|تفجير|تفجيرات|اعتداء|اعتداءات|زياره)$/u;
const reach = 6; // tokens from a happening to the verb of who does it: an adjective or a place stands between
const deedReach = 5; // tokens from that verb back to its noun
const verbReach = 16; // tokens from the verb of what came of it

/** "هجمات شنتها س", "غارات قامت بها س": the party right behind such a verb does what is told before it. */
export function isRelativeDoer(
  sentence: Sentence,
  { form, from: first, to }: Trigger,
  mention: PartyMention,
): boolean {
  const { tokens } = sentence.field;
  const from = tokenOfTitle(sentence, mention);
  if (!mention.canAct || from <= first) return false;
  const before = tokens[from - 1]?.key ?? '';
  const isDoing =
    doing.test(before) || (/^(?:به|بها|بهم)$/u.test(before) && carriesOut.test(tokens[from - 2]?.key ?? ''));
  if (!isDoing) return false;
  if (form.pos !== 'verb') return from - to <= reach;
  if (from - to > verbReach) return false;
  for (let at = from - 2; at >= from - 1 - deedReach; at--) if (deed.test(tokens[at]?.key ?? '')) return true;
  return false;
}
