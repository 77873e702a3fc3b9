import { type EventTypeId, typeEntry, typeLines, typesWith } from '../data.ts';
import { nounPhraseEnd, thingEnd } from '../text/noun-span.ts';
import { bareStart, type Sentence } from '../text/reading.ts';
import { standsAt, type WordList } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';
import type { Told } from './attributes.ts';

/** The words for the objects of types, by how the type writes them: many write the same. */
const lists = new Map<string, WordList>();
for (const { objects } of typeLines)
  if (objects && !lists.has(objects)) lists.set(objects, wordList(objects.split(' ')));
const reach = 14; // tokens behind a trigger in which its object stands
const headed = typesWith('told', 'object-before');

/** The thing an event is done to or with, as it stands in the text; null where people alone are. */
export function objectOf(type: EventTypeId, mentions: readonly Told[]): string | null {
  const list = lists.get(typeEntry(type).objects ?? '');
  if (!list) return null;
  const told = [...mentions].sort((a, b) => rank(a) - rank(b));
  for (const mention of told) {
    const object = objectIn(mention, type, list);
    if (object) return object;
  }
  return null;
}

/** The body names a thing more fully than the title. */
const rank = ({ sentence }: Told): number => (sentence.zone === 'title' ? 1 : 0);

function objectIn({ sentence, trigger }: Told, type: EventTypeId, list: WordList): string | null {
  const { field, from, to, parties } = sentence;
  const first = headed.has(type) ? from : trigger.from;
  const last = Math.min(to, trigger.to + reach);
  for (let at = Math.max(first, trigger.from - reach); at < last; at++) {
    if (!standsAt(list, field.readings, at, to) || isSource(sentence, at)) continue;
    const token = field.tokens[at];
    if (!token || (type !== 'accident' && isWeapon(sentence, at))) continue;
    const party = parties.find(
      (each) => each.from === at + 1 || (each.from === at + 2 && field.tokens[at + 1]?.text === '"'),
    );
    const isActor = parties.some(
      (each) => at >= each.from && at < each.to && each.canAct && each.kind !== 'institution',
    );
    if (isActor && type !== 'accident') continue;
    const end = isGoods(type)
      ? nounPhraseEnd(field, at, Math.min(to, at + maxGoods))
      : party
        ? party.to
        : placeEnd(sentence, at + 1) || thingEnd(field, at, to);
    return field.text.slice(bareStart(token), field.tokens[Math.max(at, end - 1)]?.end ?? token.end);
  }
  return null;
}
/** Aircraft strike and bombs are driven up in cars; "موقع التواصل" and "بيوت الله" are no buildings that are hit. */
const isWeapon = ({ field }: Sentence, at: number): boolean =>
  /طاير|مروحي/u.test(field.tokens[at]?.key ?? '') ||
  /^(?:ال)?(?:مفخخه|مفخخ|تواصل|الله|مسيره)$/u.test(field.tokens[at + 1]?.key ?? '');

const isGoods = (type: EventTypeId): boolean => typeEntry(type).objects?.includes('$seized-goods') === true;
const maxGoods = 5; // words of what was seized: "كمية من المتفجرات تقليدية الصنع"

/** A thing named by a place: "حقل العزبة", "مسجد الزاوية". */
const placeEnd = ({ places }: Sentence, at: number): number =>
  places.find(({ mention }) => mention.from === at)?.mention.to ?? 0;

/** "من موقع …", "انطلقت من قاعدة": where it came from. */
const isSource = ({ field }: Sentence, at: number): boolean =>
  /^(?:من|قرب|بجوار|محيط|بمحيط|جانب|امام)$/u.test(field.tokens[at - 1]?.key ?? '');
