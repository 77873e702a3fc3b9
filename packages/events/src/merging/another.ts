import type { Candidate } from '../candidates.ts';
import type { Mark } from '../marks.ts';
import { once } from '../once.ts';
import { clauseAt, type Sentence } from '../text/reading.ts';

const other = '(?:[آاأ]خر|[أا]خر[ىي]|منفصلة?|متصلة?|مماثلة?|ثاني?ة?)';
const matter =
  '(?:سياق|ش[أا]ن|تطور|حادث|حادثة|قضية|هجوم|عملية|موضوع|واقعة|غارة|انفجار|تفجير|محافظة|منطقة|مدينة)';
/** "من جهة أخرى", "على صعيد متصل", "في حادث منفصل": the text turns to something else. */
const turn = new RegExp(
  `^\\s*[وف]?(?:(من) (?:جهة|ناحية|جانب) ${other}|على (?:ال)?صعيد \\S+|[إا]لى ذلك|في ${matter} ${other})(?=[\\s،,:؛])`,
  'u',
);
const turnLength = 48; // letters that hold it

/** A mention behind words that turn to something else; of "بين س من جهة وص من جهة أخرى" they only tell the sides. */
export const isTurn = once(({ sentence, trigger }: Candidate): boolean => {
  const { field, start } = sentence;
  if (turn.test(field.text.slice(start, start + turnLength))) return true;
  const clause = field.tokens[clauseAt(sentence, trigger.from)[0]]?.start ?? start;
  if (clause === start) return false;
  const found = turn.exec(field.text.slice(clause, clause + turnLength));
  return found !== null && found[1] === undefined;
});

/** "هجوم مماثل", "تفجير آخر": told as one more. */
export const isOneMore = once(
  ({ sentence: { field, zone }, trigger }: Candidate): boolean =>
    zone === 'body' && [0, 1, 2].some((step) => oneMore.test(field.tokens[trigger.to + step]?.key ?? '')),
);
const oneMore =
  /^(?:اخر|اخري|اخرين|اخران|اخريين|مماثل|مماثلا|مماثله|مشابه|مشابها|مشابهه|منفصل|منفصله|ثانيا|ثالثا)$/u;

/** "في عدة محافظات أخرى": the text itself says that it is another happening. */
export const isElsewhere = ({ sentence }: Candidate): boolean => tellsElsewhere(sentence);
const tellsElsewhere = once(({ field, start, end }: Sentence): boolean =>
  /(?:محافظات|مناطق|مدن|بلدات|قرى|عمليات|حادثة|عملية|غارة) (?:أخرى|منفصلة|ثانية|مماثلة)/u.test(
    field.text.slice(start, end),
  ),
);

/** How an office changes hands: its holder leaves it, or somebody comes to it. */
const moveOf = ({ trigger: { entry } }: Candidate): Mark | undefined =>
  entry.marks.find((each) => each === 'leaves' || each === 'comes');

/** "استقال رئيس الوزراء", "كلف الملك الوزير بتشكيل الحكومة": two acts; who dismisses and appoints acts once. */
export function hasOtherMove(mentions: readonly Candidate[], candidate: Candidate): boolean {
  const own = candidate.type === 'leadership_change' ? moveOf(candidate) : undefined;
  if (!own) return false;
  const told = mentions.flatMap((each) => moveOf(each) ?? []);
  return told.length > 0 && !told.includes(own);
}
