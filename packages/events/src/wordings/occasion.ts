import { type EventTypeId, typesRelated, typesWith } from '../data.ts';
import { isMarked } from '../marks.ts';
import type { Sentence } from '../text/reading.ts';
import { standsIn } from './pattern.ts';
import { type Trigger, wordList } from './triggers.ts';

type Told = { type: EventTypeId; trigger: Trigger };

const occasions = wordList(['خلال', 'أثناء', 'بعد', 'عقب', 'إثر', 'في_أعقاب', 'بعيد']);
const reach = 2; // tokens from "during" to the happening it names

const staysBeside = typesRelated('besides');

/** "استشهد فتى برصاص الجنود خلال اقتحامهم البلدة": the first is the news, the second only when it was. */
export function isOccasionOf(sentence: Sentence, news: Told, other: Told): boolean {
  if (!staysBeside(news.type, other.type) || news.trigger.from >= other.trigger.from) return false;
  const from = Math.max(news.trigger.to, other.trigger.from - reach);
  return standsIn(occasions, sentence.field.readings, from, other.trigger.from);
}

const charges = wordList(['$charge']);
const chargeable = typesWith('force', 'attack', 'blast', 'mob', 'capture', 'crime');
const chargeReach = 7; // tokens from the charge to the deed

/** "القبض على رجل يشتبه في تنفيذه عملية طعن": the deed is what someone was taken for. */
export function isChargeOf(sentence: Sentence, arrest: Told, deed: Told): boolean {
  if (arrest.type !== 'arrest' || !chargeable.has(deed.type) || arrest.trigger.from >= deed.trigger.from)
    return false;
  const from = Math.max(arrest.trigger.to, deed.trigger.from - chargeReach);
  return standsIn(charges, sentence.field.readings, from, deed.trigger.from);
}

/** "أوقفت الشرطة شابا هدد بتفجير": words said of someone in the news are no position, nor is what a protest is for. */
export const isAfterNews = (news: Told, position: Told): boolean =>
  position.trigger.entry.tier === 't' &&
  news.type !== 'official_stance' &&
  news.trigger.from < position.trigger.from &&
  ((news.type === 'protest' && isCause(position.trigger)) ||
    (news.trigger.entry.tier === 'f' && news.trigger.form.pos === 'verb'));

/** What a protest demands, or what it is held against: "تنديدا بـ". */
const isCause = (trigger: Trigger): boolean =>
  isMarked(trigger, 'demand') || (isMarked(trigger, 'condemn') && trigger.form.pos !== 'verb');
