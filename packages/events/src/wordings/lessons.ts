import { type EventTypeId, typesWith } from '../data.ts';
import type { Sentence } from '../text/reading.ts';
import { standsAt, standsIn } from './pattern.ts';
import { type Trigger, wordList } from './triggers.ts';

const lessons = wordList([
  'كيف',
  'نصائح',
  'تعرف_على',
  'تعرفوا_على',
  'أسباب',
  'طرق_الوقاية',
  'دورة_تدريبية',
  'ورشة_عمل',
  'ندوة',
  'حملة_توعية',
  'محاضرة',
]);

/** "كيف تحمي منزلك من الحريق": a sentence that opens as advice or teaching tells of no happening. */
export const isLesson = ({ field, from, to }: Sentence): boolean =>
  standsAt(lessons, field.readings, from, to);

const occasions = wordList(['بعد', 'عقب', 'إثر', 'على_إثر', 'غداة', 'على_خلفية', 'بسبب', 'خلفية']);
const occasionReach = 2; // tokens between the word and the noun it introduces

/** "أغلقت السلطات المطار بسبب العاصفة": what is done in answer to something is no consequence of it. */
export const isAnswer = (
  sentence: Sentence,
  occasion: Trigger,
  { type, trigger }: { type: EventTypeId; trigger: Trigger },
): boolean =>
  acts.has(type) &&
  trigger.entry.tier === 'f' &&
  trigger.from < occasion.from &&
  isOccasion(sentence, occasion);

const acts = typesWith('told', 'answer');

const isOccasion = ({ field, from }: Sentence, trigger: Trigger): boolean =>
  trigger.form.pos !== 'verb' &&
  standsIn(occasions, field.readings, Math.max(from, trigger.from - occasionReach), trigger.from);
