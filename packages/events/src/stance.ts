import type { Sentence } from './reading.ts';
import type { Trigger } from './triggers.ts';

export const quoting = 'stance-colon'; // "وزير الدفاع: …" where no happening is told after it
const condemning = 'stance-condemn'; // who condemns takes a position, whoever it is
const subjectTokens = 4; // of who takes a position, at the head of a title
const countryLevel = 4; // precision of a place that is a country: "إيران تدين"
const headTokens = 9; // a position is said at the head of a title or lead; later words belong to what is said

/** Who stands before the colon of a title is named: a country there is the place of the news. */
export const isSpeaker = ({ parties, from }: Sentence, trigger: Trigger): boolean =>
  parties.some(
    (each) =>
      each.to <= trigger.from &&
      each.from - from <= 1 &&
      each.canSpeak &&
      each.kind !== 'adjective' &&
      speaking.has(each.sector ?? ''),
  );

/** Whether a word of position heads its title or lead, with someone who speaks beside it. */
export function isStanceHead(sentence: Sentence, trigger: Trigger): boolean {
  if (sentence.zone === 'body' || trigger.from - sentence.from > headTokens) return false;
  if (trigger.reading.preposition === 'ل') return false; // "للمطالبة": the aim of something else
  const isAtHead = sentence.zone === 'title' && trigger.from - sentence.from <= subjectTokens;
  if (isAtHead && trigger.form.pos === 'verb' && trigger.entry.id === condemning) return true;
  const isNear = (from: number) => Math.abs(from - trigger.from) <= headTokens;
  return (
    sentence.parties.some(
      ({ from, sector, canAct }) => canAct && isNear(from) && speaking.has(sector ?? ''),
    ) ||
    sentence.places.some(
      ({ mention, precision }) => isNear(mention.from) && (mention.asActor || precision === countryLevel),
    )
  );
}
/** Whose positions are events: annotation guideline, ruling 9. */
const speaking = new Set([
  'GOV',
  'IGO',
  'PTY',
  'REB',
  'NGO',
  'MIL',
  'OPP',
  'LEG',
  'PRM',
  'COP',
  'REL',
  'SPY',
  'MED',
  'JUD',
]);
