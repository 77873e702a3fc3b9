import type { EventTypeId } from '../data.ts';
import { things } from '../parties/positions.ts';
import { nounPhraseEnd, thingEnd } from '../text/noun-span.ts';
import { bareStart, type Sentence } from '../text/reading.ts';
import { standsAt, type WordList } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';
import type { Told } from './attributes.ts';

const buildings = wordList(['$struck-building']);
const vehicles = wordList(['$vehicle', '$boat']);
const closed = wordList(['$closing']);
const goods = wordList(['$seized-goods']);

/** What a type's object is, by the words for it. */
const kinds: Partial<Record<EventTypeId, readonly WordList[]>> = {
  air_drone_strike: [things, buildings],
  shelling_missile: [things, buildings],
  bombing: [things, buildings],
  armed_attack: [things, buildings],
  riot: [things, buildings],
  property_destruction: [things, buildings],
  interception_defusal: [buildings],
  accident: [vehicles, buildings],
  natural_disaster: [buildings],
  seizure: [goods],
  security_operation: [goods],
  restriction_closure: [closed],
  sanctions_rupture: [wordList(['#سفارة', '#قنصلية', '#مكتب', '#بعثة'])],
  humanitarian_aid: [goods],
  territorial_change: [buildings],
};
const reach = 14; // tokens behind a trigger in which its object stands
const headed = new Set<EventTypeId>(['accident', 'interception_defusal']); // the vehicle also stands before the word

/** The thing an event is done to or with, as it stands in the text; null where people alone are. */
export function objectOf(type: EventTypeId, mentions: readonly Told[]): string | null {
  const lists = kinds[type];
  if (!lists) return null;
  const told = [...mentions].sort((a, b) => rank(a) - rank(b));
  for (const mention of told) {
    const object = objectIn(mention, type, lists);
    if (object) return object;
  }
  return null;
}

/** The body names a thing more fully than the title. */
const rank = ({ sentence }: Told): number => (sentence.zone === 'title' ? 1 : 0);

function objectIn({ sentence, trigger }: Told, type: EventTypeId, lists: readonly WordList[]): string | null {
  const { field, from, to, parties } = sentence;
  const first = headed.has(type) ? from : trigger.from;
  const last = Math.min(to, trigger.to + reach);
  for (let at = Math.max(first, trigger.from - reach); at < last; at++) {
    if (!lists.some((list) => standsAt(list, field.readings, at, to)) || isSource(sentence, at)) continue;
    const token = field.tokens[at];
    if (!token || (type !== 'accident' && isWeapon(sentence, at))) continue;
    const party = parties.find(
      (each) => each.from === at + 1 || (each.from === at + 2 && field.tokens[at + 1]?.text === '"'),
    );
    const isActor = parties.some(
      (each) => at >= each.from && at < each.to && each.canAct && each.kind !== 'institution',
    );
    if (isActor && type !== 'accident') continue;
    const end = goodsType.has(type)
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

const goodsType = new Set<EventTypeId>(['seizure', 'security_operation', 'humanitarian_aid']);
const maxGoods = 5; // words of what was seized: "كمية من المتفجرات تقليدية الصنع"

/** A thing named by a place: "حقل العزبة", "مسجد الزاوية". */
const placeEnd = ({ places }: Sentence, at: number): number =>
  places.find(({ mention }) => mention.from === at)?.mention.to ?? 0;

/** "من موقع …", "انطلقت من قاعدة": where it came from. */
const isSource = ({ field }: Sentence, at: number): boolean =>
  /^(?:من|قرب|بجوار|محيط|بمحيط|جانب|امام)$/u.test(field.tokens[at - 1]?.key ?? '');
