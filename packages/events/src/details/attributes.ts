import type { ExtractedEvent } from '@rasid/contracts';
import { attributeRules, type EventTypeId, typeEntry, typesWith } from '../data.ts';
import { clauseAt, type Sentence } from '../text/reading.ts';
import { mayStand, standsAt, type WordList } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';
import { wordsOf } from './topic.ts';

type Attributes = ExtractedEvent['attributes'];
/** A trigger in its sentence: tokens [from, to). */
export type Told = { sentence: Sentence; trigger: { from: number; to: number } };
type Rule = { key: string; value: string | true; words: WordList };

const rules = new Map<EventTypeId, Rule[]>();
for (const { type, key, value, words } of attributeRules)
  rules.set(type, [
    ...(rules.get(type) ?? []),
    { key, value: value === 'true' ? true : value, words: wordList(words) },
  ]);

/** By type: whether a word of any of its rules may stand at a token. */
const mayTell = new Map([...rules].map(([type, each]) => [type, mayStand(each.map(({ words }) => words))]));

const reach = 12; // tokens around a trigger in which a word tells how it happened

/**
 * What the words around the mentions of an event say of it; the first rule of a key that fits gives the value. Which
 * act it is the words of the trigger say before those around it: "رفض التهديدات".
 */
export function attributesOf(type: EventTypeId, mentions: readonly Told[]): Attributes {
  const found: Attributes = {};
  const own = rules.get(type) ?? [];
  const { act } = typeEntry(type);
  for (const { sentence, trigger } of mentions) {
    const [first, last] = clauseAt(sentence, trigger.from);
    const { readings } = sentence.field;
    const telling: number[] = [];
    for (let at = Math.max(first, trigger.from - reach); at < Math.min(last, trigger.to + reach); at++)
      if (mayTell.get(type)?.(readings, at)) telling.push(at);
    const told = telling.filter((at) => at >= trigger.from && at < trigger.to);
    const isTold = ({ words }: Rule, ats: readonly number[]) =>
      ats.some((at) => standsAt(words, readings, at, last));
    for (const rule of own)
      if (rule.key === act && found[rule.key] === undefined && isTold(rule, told))
        found[rule.key] = rule.value;
    for (const rule of own)
      if (found[rule.key] === undefined && isTold(rule, telling)) found[rule.key] = rule.value;
  }
  const magnitude = type === 'natural_disaster' && found.kind === 'earthquake' ? magnitudeOf(mentions) : null;
  const told = { ...found, ...wordsOf(type, mentions) };
  return magnitude === null ? told : { ...told, magnitude };
}

const strength =
  /(?:بقوة|قوتها|قوته|شدته|شدتها|بلغت)\s+([0-9\u0660-\u0669]+(?:[.,\u066b][0-9\u0660-\u0669]+)?)/u;
const maxMagnitude = 10; // no earthquake on the moment scale is stronger

/** "بقوة 5.2 درجات": the number on the scale. */
function magnitudeOf(mentions: readonly Told[]): number | null {
  for (const { sentence } of mentions) {
    const digits = strength.exec(sentence.field.text.slice(sentence.start, sentence.end))?.[1];
    const value = Number(
      digits
        ?.replace(/[\u0660-\u0669]/g, (digit) => `${digit.charCodeAt(0) - 0x660}`)
        .replace(/[,\u066b]/, '.'),
    );
    if (value > 0 && value < maxMagnitude) return value;
  }
  return null;
}

/** Types whose victims are their aim. */
const byHand = typesWith('force', 'attack');
/** Who has no weapons. */
const unarmed = new Set(['CVL', 'JRN', 'MED', 'REF', 'EDU', 'LAB', 'REL', 'NGO']);
/** Who is somebody when taken into custody: reporters, politicians, officials, officers, fighters (ontology). */
const significant = new Set([
  'JRN',
  'PTY',
  'OPP',
  'LEG',
  'GOV',
  'JUD',
  'MIL',
  'COP',
  'SPY',
  'REB',
  'PRM',
  'NGO',
]);
const massArrest = 10; // taken at once (ontology)

/** What the parties and counts of an event say of it, beside what its words say. */
export function withParties(
  type: EventTypeId,
  attributes: Attributes,
  { targets, victims, counts }: Pick<ExtractedEvent, 'targets' | 'victims' | 'counts'>,
): Attributes {
  const harmed = [...targets, ...victims].flatMap(({ sector }) => (sector ? [sector] : []));
  // who dies in a strike was not always its aim; who is attacked by hand was
  if (byHand.has(type) && harmed.length > 0 && harmed.every((sector) => unarmed.has(sector)))
    return { ...attributes, civilian_targeted: true };
  const isMass = (counts.arrested?.min ?? 0) >= massArrest;
  if (type === 'arrest' && (isMass || targets.some(({ sector }) => significant.has(sector ?? ''))))
    return { ...attributes, significant: true };
  return attributes;
}
