import type { Sentence } from '../text/reading.ts';
import type { CountKind } from './count-words.ts';
import type { Counted } from './people.ts';

/** "70 حالة اختناق", "ثلاث حالات وفاة", "نقل حالتين": the word behind or before says what the case is of. */
export function caseOf(next: string, before: string): CountKind {
  if (/^(?:اختناق|اغماء|تسمم|جرح|كسر|حروق|دهس|متوسط|خطير|حرج|بسيط|طفيف|بليغ|مصاب|اصاب)/u.test(next))
    return 'wounded';
  if (/^[وف]?[بل]?(?:نقل|نقلت|اسعاف)$/u.test(before)) return 'wounded';
  if (
    /^[وف]?[بل]?اصابه$/u.test(before) &&
    !/^(?:ب?(?:ال)?(?:مرض|فيروس|وبا|عدوي|كورونا|كوليرا|حصب)|جديد|موكد)/u.test(next)
  )
    return 'wounded';
  return /^(?:وفاه|وفيات|قتل)/u.test(next) || /^[وف]?[بل]?وفاه$/u.test(before) ? 'killed' : 'infected';
}

/** "وابنته في حالة حرجة", "أعلنت حالة الطوارئ": how somebody is, no case. */
export const isState = ({ kind, from }: Counted, { field: { tokens } }: Sentence): boolean =>
  kind === 'singular' && /^[وف]?في$/u.test(tokens[from - 1]?.key ?? '');
