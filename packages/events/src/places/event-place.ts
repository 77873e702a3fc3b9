import type { Place } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import type { Judged } from '../decision/select.ts';
import type { Sentence } from '../text/reading.ts';
import { authorityPlace, isNational, nationalPlace, nearbyPlace, partyPlace } from './nearby.ts';
import { countryLevel, townLevel, unitLevel } from './precision.ts';

/** Where it happened; acts of state in the state that acts. */
export function wherePlace(merged: Judged, best: Candidate, sentences: readonly Sentence[]): Place | null {
  const { head, mentions } = merged;
  const authority = () => authorityPlace(head.type, mentions);
  if (!isNational(head.type))
    return (
      placeOfAll(merged) ?? authority() ?? nearbyPlace(best, sentences) ?? partyPlace(head.type, mentions)
    );
  const told = nationalPlace(head.type, placeOfAll(merged), mentions);
  if (head.type === 'sanctions_rupture') return notOfTarget(authority() ?? told, mentions);
  return told?.admin1
    ? told
    : (authority() ??
        told ??
        nationalPlace(head.type, nearbyPlace(best, sentences)) ??
        partyPlace(head.type, mentions));
}

/** "فرض عقوبات على س": where sanctions are laid, not whom they are laid on. */
function notOfTarget(place: Place | null, mentions: readonly Candidate[]): Place | null {
  const isOf = (role: 'actors' | 'targets') =>
    mentions.some(({ parties }) => parties[role].some(({ country }) => country === place?.country));
  return isOf('targets') && !isOf('actors') ? null : place;
}

/** The first place told, made finer by a later mention that does not contradict it; in the body, by the only finer one. */
function placeOfAll({ mentions }: Judged): Place | null {
  let place: Place | null = null;
  for (const { place: told, sentence } of mentions) {
    if (!told) continue;
    const isKnownNow = place?.gazetteerId === null && told.gazetteerId !== null && sentence.zone === 'lead';
    const isAside = sentence.zone === 'lead' && told.precision <= unitLevel && isNamedAside(mentions, place);
    if (!place || isKnownNow || isFuller(told, place) || isAside) place = told;
    else if (sentence.zone !== 'body' && told.precision < coarseness(place) && isWithin(told, place))
      place = told;
  }
  return place && coarseness(place) >= unitLevel ? (onlyFiner(mentions, place) ?? place) : place;
}

/** "علم قطر على شعار مناورات": a state that a title names without saying that it is there. */
const isNamedAside = (mentions: readonly Candidate[], place: Place | null): boolean =>
  place?.span.field === 'title' &&
  place.precision === countryLevel &&
  mentions.some(({ sentence }) =>
    sentence.places.some(
      ({ mention }) =>
        sentence.zone === 'title' && mention.start === place.span.start && mention.preposition === null,
    ),
  );

/** The same place with the unit it lies in. */
const isFuller = (told: Place, known: Place): boolean =>
  !known.admin1 &&
  told.admin1 !== null &&
  told.country === known.country &&
  (!known.locality || known.locality === told.locality);

/** "قصف على ريف إدلب" and further down one village: that is where. Of several the unit around them stays the place. */
function onlyFiner(mentions: readonly Candidate[], coarse: Place): Place | null {
  const finer = mentions.flatMap(({ place }) =>
    place?.locality &&
    place.precision <= townLevel &&
    place.locality !== coarse.locality &&
    isWithin(place, coarse)
      ? [place]
      : [],
  );
  if (
    mentions.some(
      ({ sentence, place }) => place?.span.start === coarse.span.start && isAllOver(sentence, place),
    )
  )
    return null;
  const names = new Set(finer.map(({ locality }) => locality));
  return names.size === 1 ? (finer[0] ?? null) : null;
}

/** "من مناطق متفرقة في الضفة الغربية": no one village is the place. */
function isAllOver({ field: { name, tokens } }: Sentence, { span }: Place): boolean {
  if (span.field !== name) return false;
  const at = tokens.findIndex(({ end }) => end > span.start);
  return [1, 2, 3].some((back) =>
    /^(?:متفرقه|مختلفه|متعدده|انحاء|ارجاء|عموم)$/u.test(tokens[at - back]?.key ?? ''),
  );
}

/** Where a governorate frames several villages, they are its other places: annotation guideline, ruling 13. */
export function framed(mentions: readonly Candidate[], coarse: Place | null): Place[] | null {
  if (coarse?.precision !== unitLevel || coarse.locality) return null;
  const finer = new Map<string, Place>();
  for (const { place } of mentions)
    if (
      place?.locality &&
      place.precision <= townLevel &&
      isWithin(place, coarse) &&
      !finer.has(place.locality)
    )
      finer.set(place.locality, place);
  return finer.size > 1 ? [...finer.values()] : null;
}

/** "قصف على إدلب" in a title may mean the governorate of that name: a village of it says more. */
const coarseness = ({ locality, admin1, precision }: Place): number =>
  locality !== null && locality === admin1 ? unitLevel : precision;

const isWithin = (fine: Place, coarse: Place): boolean =>
  fine.country === coarse.country &&
  (!coarse.admin1Code || fine.admin1 === coarse.admin1 || fine.admin1 === `ريف ${coarse.admin1}`);
