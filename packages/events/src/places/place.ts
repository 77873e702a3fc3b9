import type { Place } from '@rasid/contracts';
import type { PlaceMention, ResolvedPlace } from '@rasid/gazetteer';
import type { Candidate } from '../candidates.ts';
import { type EventTypeId, typesWith } from '../data.ts';
import { clauseAt, type Sentence, spanOf } from '../text/reading.ts';
import { standsIn } from '../wordings/pattern.ts';
import { type Trigger, wordList } from '../wordings/triggers.ts';
import { countryLevel, townLevel, unitLevel } from './precision.ts';

/** Words that say where somebody comes from or stays, not where something happens. */
const elsewhere = wordList(['$whereabouts']);
const elsewhereReach = 4; // tokens from such a word to its place
const farther = 40; // tokens of distance it costs a place not to be where it happened

/** The place of a trigger: the nearest in its clause and sentence, those after it first, finer ones before countries. */
export function placeOf(sentence: Sentence, trigger: Trigger, type?: EventTypeId): Place | null {
  const places = placesFor(sentence, trigger, type);
  const clause = clauseAt(sentence, trigger.from);
  let best: ResolvedPlace | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0, head = places[0]; at < places.length && head; ) {
    const to = chainEnd(places, at);
    for (const { mention } of places.slice(at, to)) {
      const cost =
        distanceOf(mention, trigger, clause) +
        coarsenessCost(head) +
        wayCost(type, mention) +
        (isElsewhere(sentence, mention.from) ? farther : 0);
      if (cost >= least) continue;
      least = cost;
      best = head;
    }
    const next = places[to];
    if (next && !isNextOnList(sentence, places[to - 1], next)) head = next;
    at = to;
  }
  return best ? toPlace(sentence, townOf(best, places)) : null;
}

/** The places of a sentence where something of a type can have happened; those in names only where there are no others. */
function placesFor(sentence: Sentence, trigger: Trigger, type?: EventTypeId): ResolvedPlace[] {
  const named = sentence.places.filter(
    (each) =>
      !each.mention.asActor &&
      each.precision <= countryLevel &&
      (each.country !== null || each.locality !== null) && // the open sea is nobody's
      !isCharged(sentence, trigger, each) &&
      !(type && met.has(type) && isTopic(sentence, trigger, each)),
  );
  const free = named.filter((each) => !isName(sentence, each));
  return free.length > 0 ? free : named;
}

/** In tokens; a place before the trigger counts twice as far as one behind it. */
function distanceOf(
  { from }: PlaceMention,
  trigger: Trigger,
  [first, last]: readonly [number, number],
): number {
  const distance = from >= trigger.from ? from - trigger.from : (trigger.from - from) * 2;
  return from < first || from >= last ? distance + clauseCost : distance;
}
const clauseCost = 20; // tokens of distance it costs a place to stand in another clause

/** A village beats the governorate and the country around it. */
const coarsenessCost = ({ precision }: ResolvedPlace): number =>
  precision === countryLevel ? countryCost : precision === unitLevel ? unitCost : 0;
const countryCost = 60; // tokens of distance
const unitCost = 14; // tokens of distance

/** What somebody is charged with has a place and a day of its own. */
export const charges =
  /^(?:[وبل]?(?:ال)?(?:ارتكاب|ارتكابه|ارتكابهم|اتهامه|اتهامهم|تهمه|تهم|قضيه|تورطه|تورطهم|ضلوعه|ضلوعهم|مشاركته)|يشتبه|المتهم|متهم)$/u;

/** "القبض على رجل يشتبه في ارتكابه جرائم في سوريا": where somebody is taken is not where the crime was. */
const isCharged = (
  { field: { tokens }, parties }: Sentence,
  trigger: Trigger,
  { mention, country }: ResolvedPlace,
): boolean =>
  mention.from > trigger.to &&
  tokens.slice(trigger.to, mention.from).some(({ key }) => charges.test(key)) &&
  parties.some((each) => each.canAct && each.country !== null && each.country !== country);

const met = typesWith('place', 'meeting');
const metReach = 8; // tokens between a meeting and the state it is held in
/** "بحث الأوضاع في كذا", "وزير خارجية كذا": the state talked of, or of who talks. */
function isTopic(sentence: Sentence, trigger: Trigger, { mention, precision }: ResolvedPlace): boolean {
  if (precision < unitLevel) return false;
  const [first, last] = clauseAt(sentence, trigger.from);
  const isNear = mention.from - trigger.to <= metReach && trigger.from - mention.to <= metReach;
  const isHere = mention.from >= first && mention.from < last && isNear;
  return !isHere || (mention.relation === null && mention.preposition === null);
}

const chainGap = 3; // tokens between a place and the wider one it lies in: "بلدة س الواقعة شمال غربي ص"
const wide = new Set(['countryside', 'governorate', 'district', 'state']);

/** Where a chain ends that begins with the place itself and names what it lies in: "قرية س بريف ص شرقي ع". */
function chainEnd(places: readonly ResolvedPlace[], from: number): number {
  let to = from + 1;
  const head = places[from];
  // A state begins no chain; of "ولاية س غربي العاصمة" the town is only what it lies by.
  const isWide = head !== undefined && head.precision > townLevel && head.mention.adminNoun !== 'district';
  if (isWide && head.precision > unitLevel) return to;
  for (; to < places.length; to++) {
    const inner = places[to - 1]?.mention;
    const outer = places[to];
    if (!inner || !outer || outer.mention.from - inner.to > chainGap || outer.mention.isListed) break;
    const { adminNoun, relation } = outer.mention;
    if (isWide && relation !== 'near') break;
    if (relation === null && !wide.has(adminNoun ?? '') && outer.precision !== countryLevel) break;
    if (outer.country !== places[from]?.country) break;
  }
  return to;
}

/** "قرية المحسنلي وتلة عرب حسن": of a list the first is the place. */
function isNextOnList({ field }: Sentence, before: ResolvedPlace | undefined, next: ResolvedPlace): boolean {
  if (!before || next.mention.from - before.mention.to > 1 || next.country !== before.country) return false;
  const at = Math.min(next.mention.from, before.mention.to);
  return next.precision <= townLevel && field.tokens[at]?.key.startsWith('و') === true;
}

/** "مجلس دير الزور العسكري": the town is part of a name. */
const isName = ({ parties }: Sentence, { mention }: ResolvedPlace): boolean =>
  parties.some(
    ({ from, to, kind }) =>
      kind !== 'generic' && kind !== 'adjective' && from < mention.from && mention.to < to,
  );

const moving = typesWith('place', 'destination', 'meeting');
const toward = /^(?:إلى|الى|نحو|صوب|باتجاه)$/u;
const offCost = 25; // tokens of distance it costs a place to be where something else goes

/** "احتجاجات تزامنت مع نقل السفارة إلى القدس", "مباحثات حول طرق تعز، بعمّان". */
function wayCost(type: EventTypeId | undefined, { relation, preposition }: PlaceMention): number {
  if (!type) return 0;
  if (met.has(type) && relation === null && preposition === null) return offCost;
  return !moving.has(type) && toward.test(preposition ?? '') ? offCost : 0;
}

const isElsewhere = ({ field, from }: Sentence, at: number): boolean =>
  standsIn(elsewhere, field.readings, Math.max(from, at - elsewhereReach), at);

const townNouns = new Set(['city', 'town', 'village', 'camp', 'governorate']); // the Saudi governorate is a town's
const townReach = 25; // tokens around a quarter in which its town is named

const parts = new Set(['quarter', 'site', 'river']);

const isBuilding = /^(?:مطار|ميناء|سجن|مستشفى|جامعة|مسجد|سوق|ملعب|فندق|ساحة) /u;

function isPartOfTown({ mention, gazetteerId }: ResolvedPlace): boolean {
  const kind = mention.candidates.find(({ id }) => id === gazetteerId)?.kind;
  const isUnknownPart =
    gazetteerId === null && (mention.adminNoun === 'area' || isBuilding.test(mention.text));
  const isGate = kind === 'base' && isBuilding.test(mention.text);
  return (
    mention.adminNoun === 'quarter' || isUnknownPart || isGate || (kind !== undefined && parts.has(kind))
  );
}

/** Of a quarter the town is the place, where it is named beside it: annotation guideline, ruling 13. */
function townOf(best: ResolvedPlace, usable: readonly ResolvedPlace[]): ResolvedPlace {
  if (!isPartOfTown(best)) return best;
  const town = usable.find((each) => {
    const { mention, locality, country, admin1 } = each;
    return (
      mention !== best.mention &&
      locality !== null &&
      country === best.country &&
      (admin1 === best.admin1 || best.admin1 === null) &&
      !isPartOfTown(each) &&
      (mention.adminNoun === null || townNouns.has(mention.adminNoun)) &&
      Math.abs(mention.from - best.mention.from) <= townReach
    );
  });
  return town ?? best;
}

const listed = 14; // tokens in which a list of places goes on

/** The other places of a list with one joint happening: "قصف على س وص وع". */
export function otherPlaces({ sentence, place, type }: Candidate, chosen: Place | null): Place[] {
  const main = sentence.places.find(({ mention }) => mention.start === place?.span.start);
  if (!main || !chosen || !listing.has(type) || main.precision > townLevel) return [];
  const others: Place[] = [];
  let last = main;
  for (const each of sentence.places) {
    const isNext = each.mention.from >= last.mention.to && each.mention.from - last.mention.to <= listed;
    const isJoined = /^[\s،,]*و/u.test(sentence.field.text.slice(last.mention.end, each.mention.end));
    if (!isNext || !isJoined || each.precision > townLevel || each.country !== main.country) continue;
    others.push(toPlace(sentence, each));
    last = each;
  }
  return others;
}

const listing = typesWith('place', 'several');

/** A place of the record, with what the gazetteer says of it. */
export function toPlace(sentence: Sentence, place: ResolvedPlace): Place {
  const { mention } = place;
  // slot by slot: every candidate has a place, and a rest with a spread costs ten times as much
  return {
    country: place.country,
    admin1: place.admin1,
    admin1Code: place.admin1Code,
    admin2: place.admin2,
    locality: place.locality,
    relation: place.relation,
    precision: place.precision,
    lat: place.lat,
    lon: place.lon,
    gazetteerId: place.gazetteerId,
    candidates: place.candidates.slice(0, 5),
    span: spanOf(sentence.field, mention.start, mention.end),
  };
}
