import { isMarked } from '../marks.ts';
import { once } from '../once.ts';
import { speaking } from '../parties/sectors.ts';
import { countryLevel } from '../places/precision.ts';
import type { Sentence } from '../text/reading.ts';
import { standsAt, standsIn } from './pattern.ts';
import { matchesOf, type Trigger, wordList } from './triggers.ts';

const subjectTokens = 4; // of who takes a position, at the head of a title
const headTokens = 9; // a position is said at the head of a title or lead; later words belong to what is said
const datelineTokens = 12; // of the names, towns and colons a lead opens with
const besideTokens = 2; // from who takes the position to its verb
const behindTokens = 3; // from a verb to who takes the position

/** Whether a rule that quotes finds a speaker: before the colon of a title, behind the verb of a lead. */
export function hasSpeaker(sentence: Sentence, trigger: Trigger): boolean {
  if (isMarked(trigger, 'say')) return isSaying(sentence, trigger);
  return !isMarked(trigger, 'quote') || (sentence.zone === 'title' && isSpeaker(sentence, trigger));
}

/** Who stands before the colon of a title is named: a country there is the place of the news. */
const isSpeaker = ({ parties, from }: Sentence, trigger: Trigger): boolean =>
  parties.some(
    (each) =>
      each.to <= trigger.from &&
      each.from - from <= 1 &&
      each.canSpeak &&
      each.kind !== 'adjective' &&
      speaking.has(each.sector ?? ''),
  );

/** A lead that opens with what somebody said whom the title names as well. */
const isSaying = (sentence: Sentence, trigger: Trigger): boolean =>
  sentence.opens &&
  trigger.from - headOf(sentence) <= 1 &&
  isFollowedBySpeaker(sentence, trigger) &&
  titleOf(sentence.titles).isQuote &&
  sentence.parties.some(
    (each) => each.from - trigger.to <= behindTokens && isNamed(titleOf(sentence.titles).names, each),
  );

/** Whether a word of position heads its title or lead, with someone who speaks beside it. */
export function isStanceHead(sentence: Sentence, trigger: Trigger): boolean {
  if (trigger.reading.preposition === 'ل') return false; // "للمطالبة": the aim of something else
  if (isFormer(sentence, trigger)) return false;
  if (sentence.zone === 'body') return isTakenUp(sentence, trigger);
  if (isMarked(trigger, 'nation')) return sentence.zone === 'title';
  const at = trigger.from - headOf(sentence);
  if (at > headTokens)
    return sentence.zone === 'lead' ? isOwnClause(sentence, trigger) : isLaterHeadline(sentence, trigger);
  const isAtHead = sentence.zone === 'title' && at <= subjectTokens;
  if (isAtHead && trigger.form.pos === 'verb' && isMarked(trigger, 'condemn')) return true;
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

const former = wordList(['السابق', 'السابقة', 'الأسبق', 'الأسبقة', 'سابق', 'سابقة']);
const speakerTokens = 10; // from a verb to the end of who speaks: "حذر فلان، وزير الدفاع الأمريكي السابق، من"
const ofSpeech = /^(?:من|ان|علي|الي|عن|ب\p{L}{3,})$/u; // behind these words stands what is said

/** Who held an office once speaks for nobody: "وزير الخارجية الأسبق ينتقد". */
function isFormer({ field: { readings, tokens }, zone, from, to }: Sentence, trigger: Trigger): boolean {
  if (zone === 'title')
    return standsIn(former, readings, Math.max(from, trigger.from - subjectTokens), trigger.from, to);
  const end = Math.min(to, trigger.to + speakerTokens);
  for (let at = trigger.to; at < end; at++) {
    if (ofSpeech.test(tokens[at]?.key ?? '')) return false;
    if (standsAt(former, readings, at, to)) return true;
  }
  return false;
}

/** Where a sentence begins behind its dateline: "الرياض - سبق:". */
function headOf({ field: { tokens }, from, to, zone }: Sentence): number {
  if (zone !== 'lead') return from;
  for (let at = Math.min(to, from + datelineTokens) - 1; at > from; at--)
    if (/^[:\-\u2013\u2014]$/u.test(tokens[at]?.text ?? '')) return at + 1;
  return from;
}

/** "… فيما طالبت السعودية بـ": a verb that opens a clause of the lead, with who takes the position behind it. */
const isOwnClause = (sentence: Sentence, trigger: Trigger): boolean =>
  trigger.form.pos === 'verb' && opensClause(sentence, trigger) && isFollowedBySpeaker(sentence, trigger);

/** "… والسلطة ترحب بـ": the second news of a title, who takes the position right before its verb. */
const isLaterHeadline = ({ parties, places }: Sentence, { form, from }: Trigger): boolean => {
  const isBeside = (to: number) => to <= from && from - to <= besideTokens;
  return (
    form.pos !== 'noun' &&
    (parties.some(({ to, sector }) => isBeside(to) && speaking.has(sector ?? '')) ||
      places.some(
        ({ mention, precision }) => isBeside(mention.to) && (mention.asActor || precision === countryLevel),
      ))
  );
};

const joining = wordList(['فيما', 'بينما', 'حين', 'وقت', 'كما', 'وقد', 'الذي', 'إذ', 'حيث', 'أن', 'و']);

const opensClause = ({ field: { tokens, readings } }: Sentence, { from }: Trigger): boolean =>
  /^و/u.test(tokens[from]?.key ?? '') ||
  /^[،؛.,]$/u.test(tokens[from - 1]?.text ?? '') ||
  standsAt(joining, readings, from - 1, from);

const isFollowedBySpeaker = ({ parties, places }: Sentence, { to, from }: Trigger): boolean => {
  const isBehind = (at: number) => at > from && at - to <= behindTokens;
  return (
    parties.some(({ from: at, sector, canAct }) => canAct && isBehind(at) && speaking.has(sector ?? '')) ||
    places.some(({ mention, precision }) => isBehind(mention.from) && precision === countryLevel)
  );
};

/** Further down a position counts that the title takes too: its sentence opens with one whom the title names. */
function isTakenUp(sentence: Sentence, trigger: Trigger): boolean {
  if (trigger.form.pos !== 'verb' || trigger.from - sentence.from > subjectTokens) return false;
  const { names, isPosition } = titleOf(sentence.titles);
  if (!isPosition) return false;
  const isBehind = (at: number) => at > trigger.from && at - trigger.to <= behindTokens;
  return (
    sentence.parties.some((each) => isBehind(each.from) && isNamed(names, each)) ||
    sentence.places.some(({ mention, country }) => isBehind(mention.from) && names.has(country ?? ''))
  );
}

type Named = { canon: string | null; country: string | null };
const isNamed = (names: ReadonlySet<string>, { canon, country }: Named) =>
  names.has(canon ?? '') || names.has(country ?? '');

type Title = { names: ReadonlySet<string>; isPosition: boolean; isQuote: boolean };
/** Whom the title of a text names, by id and country, and whether it tells of a position. */
const titleOf = once((titles: readonly Sentence[]): Title => {
  const names = new Set<string>();
  for (const { parties, places } of titles) {
    for (const { canon, country } of parties) for (const id of [canon, country]) if (id) names.add(id);
    for (const { country, precision } of places)
      if (country && precision === countryLevel) names.add(country);
  }
  const told = titles.flatMap((each) => matchesOf(each, []).map((trigger) => ({ each, trigger })));
  const isPosition = told.some(({ trigger }) => trigger.entry.tier === 't');
  const isQuote = told.some(({ each, trigger }) => isMarked(trigger, 'quote') && isSpeaker(each, trigger));
  return { names, isPosition, isQuote: isPosition || isQuote };
});
