import type { Place } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import { type EventTypeId, typesWith } from '../data.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import { placeOf } from './place.ts';
import { countryLevel, unitLevel } from './precision.ts';

const authoritative = typesWith('place', 'national', 'authority');
const national = typesWith('place', 'national');

/** Whether an event of a type has its country for a place. */
export const isNational = (type: EventTypeId): boolean => national.has(type);

/** Of what other sentences say only the unit is safe. */
const unitOf = (place: Place): Place | null =>
  place.country ? { ...countryPlace(place.country, place.span), ...unitIn(place) } : null;
const unitIn = ({ admin1, admin1Code }: Place) =>
  admin1 === null ? {} : { admin1, admin1Code, precision: unitLevel };

/** "في غزة" is the Strip, "في مدينة غزة" the town of it. */
export function withoutTown(place: Place | null, sentences: readonly Sentence[]): Place | null {
  if (!place?.locality || place.admin1 !== `قطاع ${place.locality}`) return place;
  const { field, start } = place.span;
  const told = sentences
    .filter((each) => each.field.name === field && each.start <= start && start < each.end)
    .flatMap(({ places }) => places)
    .find(({ mention }) => mention.start === start);
  return told && told.mention.adminNoun === null && !told.mention.text.includes(' ') ? unitOf(place) : place;
}

const governors = /^(?:أمير|محافظ|والي|حاكم|إمارة|محافظة|ولاية)(?=\s|$)/u;
const townHalls =
  /^(?:عمدة|قائمقام|بلدية|أمانة|مجلس بلدي|مجلس محلي|السلطات المحلية|السلطة المحلية|سلطات محلية)(?=\s|$)/u;

/** "وجه أمير منطقة نجران", "قررت بلدية صيدا": what a governor or a town hall does is done there. */
const isOf = (offices: RegExp, { sentence, parties: { actors } }: Candidate): boolean =>
  sentence.parties.some(
    ({ start, end, text, office }) =>
      offices.test(office?.text ?? text) && actors.some(({ span }) => span.start < end && start < span.end),
  );

/** A national act in its country; a governorate stays only where a decision is about it as a whole. */
export function nationalPlace(
  type: EventTypeId,
  place: Place | null,
  mentions: readonly Candidate[] = [],
): Place | null {
  if (!place?.country || mentions.some((each) => isOf(townHalls, each))) return place;
  if (mentions.some((each) => isOf(governors, each))) return unitOf(place);
  if ((type === 'government_decision' || type === 'election') && place.precision === unitLevel) return place;
  return countryPlace(place.country, place.span);
}

/** "استقبل الملك … وزير الخارجية المصري": who receives does so at home. */
const isReception = ({ type, sentence, trigger }: Candidate): boolean =>
  type === 'diplomatic_meeting' && /ستقبل|ستقبال/u.test(sentence.field.tokens[trigger.from]?.key ?? '');

/** The country an authority's name tells ("البرلمان اللبناني"), with the name as its words. */
export function authorityPlace(type: EventTypeId, mentions: readonly Candidate[]): Place | null {
  for (const mention of mentions) {
    const { sentence, parties, trigger } = mention;
    if (!authoritative.has(type) && !isReception(mention)) continue;
    // "الجزائر تطرد …": the state itself acts.
    const state = sentence.places.find(({ mention: { asActor, to } }) => asActor && to <= trigger.to);
    if (state?.country)
      return countryPlace(state.country, spanOf(sentence.field, state.mention.start, state.mention.end));
    const actor = sentence.parties.find(
      ({ start, end, country, countryBasis }) =>
        country !== null &&
        countryBasis === 'phrase' &&
        parties.actors.some(({ span }) => span.start >= start && span.end <= end),
    );
    if (actor?.country) return countryPlace(actor.country, spanOf(sentence.field, actor.start, actor.end));
  }
  return null;
}

/** "إضراب الاتحاد العام التونسي للشغل": where no place is told, the one country its parties are of. */
export function partyPlace(type: EventTypeId, mentions: readonly Candidate[]): Place | null {
  if (placeless.has(type)) return null;
  const told = mentions.flatMap(({ sentence }) =>
    sentence.parties.flatMap(({ country, countryBasis, start, end }) =>
      country && countryBasis !== 'outlet' ? [countryPlace(country, spanOf(sentence.field, start, end))] : [],
    ),
  );
  const [first] = told;
  return first && told.every(({ country }) => country === first.country) ? first : null;
}

const countryPlace = (country: string, span: Place['span']): Place => ({
  country,
  admin1: null,
  admin1Code: null,
  admin2: null,
  locality: null,
  relation: 'in',
  precision: countryLevel,
  lat: null,
  lon: null,
  gazetteerId: null,
  candidates: [],
  span,
});

const placeless = typesWith('place', 'nowhere', 'meeting');
const placeReach = 2; // sentences back from which a place still holds

/** The place the sentences before (or, for title and lead, after) are about. */
export function nearbyPlace({ sentence, type, trigger }: Candidate, sentences: readonly Sentence[]) {
  if (placeless.has(type)) return null;
  const { order, zone } = sentence;
  const before = sentences.slice(Math.max(0, order - placeReach), order).reverse();
  const after = zone === 'body' ? [] : sentences.slice(order + 1, order + 1 + placeReach);
  for (const each of [...before, ...after]) {
    const place = placeOf(each, trigger);
    if (place) return zone === 'body' ? unitOf(place) : place;
  }
  return null;
}
