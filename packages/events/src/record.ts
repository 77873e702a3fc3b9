import type { ExtractedEvent, Place } from '@rasid/contracts';
import { attributesOf, codesOf } from './attributes.ts';
import type { Candidate } from './candidates.ts';
import { withProtesters } from './crowds.ts';
import { typeEntry } from './data.ts';
import { instrumentOf } from './instrument.ts';
import { joinCounts } from './join-counts.ts';
import { joinParties } from './merge.ts';
import { withNames } from './named-later.ts';
import { withHolder, withHolders } from './naming.ts';
import { withNations } from './nations.ts';
import {
  authorityPlace,
  isNational,
  nationalPlace,
  nearbyPlace,
  nearbySource,
  partyPlace,
  stanceSource,
  withoutTown,
} from './nearby.ts';
import { objectOf } from './object.ts';
import { ofSpeaker } from './parties.ts';
import { inRoles, type Parties } from './party.ts';
import { type Sentence, spanOf } from './reading.ts';
import { finestOf } from './same-day.ts';
import { confidenceOf, type Judged } from './select.ts';
import { otherPlaces } from './slots.ts';
import { firstHand } from './source.ts';
import { topicOf } from './topic.ts';

/** The event of one incident as the record holds it. */
export function toEvent(
  /** The id of an event by its type and the place of its trigger. */
  idOf: (...parts: (string | number)[]) => string,
  merged: Judged,
  isMain: boolean,
  sentences: readonly Sentence[],
  /** Whether a sentence tells of another event. */
  isTaken: (sentence: Sentence) => boolean,
): ExtractedEvent {
  const { head, mentions } = merged;
  const entry = typeEntry(head.type);
  const best = mentions.find((each) => each.sentence.zone !== 'title') ?? head;
  const { sentence } = best;
  const place = withoutTown(wherePlace(merged, best, sentences), sentences);
  const counts = joinCounts(mentions, new Set(entry.counts), head.type);
  const isBackground = head.isBackground;
  const attributes = attributesOf(head.type, mentions);
  const placesOther = framed(mentions, place) ?? otherPlaces(best, place);
  const trigger = spanOf(head.sentence.field, head.trigger.start, head.trigger.end);
  return {
    id: idOf(head.type, trigger.field, trigger.start),
    type: head.type,
    label: entry.label,
    status: isBackground ? 'background' : isMain ? 'main' : 'secondary',
    modality: modalityOf(merged),
    aggregate: placesOther.length > 0,
    trigger,
    evidence: spanOf(sentence.field, sentence.start, sentence.end),
    ...partiesOfAll(merged, best, sentences),
    source: withHolder(sourceOfAll(merged, best, isMain, sentences, isTaken), sentences),
    place,
    placesOther,
    date: finestOf(mentions.flatMap(({ date }) => (date ? [date] : []))),
    counts,
    attributes,
    instrument: instrumentOf(head.type, mentions),
    object: objectOf(head.type, mentions),
    topic: topicOf(head.type, mentions),
    codes: codesOf(head.type, attributes),
    confidence: Math.round(confidenceOf(merged.likelihood) * 100) / 100,
    rules: [...new Set(mentions.map((each) => each.trigger.entry.id))],
  };
}

/** Who did it to whom, under their names and in the roles the type knows. */
function partiesOfAll({ head, mentions }: Judged, best: Candidate, sentences: readonly Sentence[]): Parties {
  const isUnread =
    head.type === 'official_stance' && mentions.every(({ trigger }) => trigger.entry.tier === 'l');
  const joined = isUnread ? ofSpeaker(joinParties(mentions), best.sentence) : joinParties(mentions);
  const targets = withNames(head.type, joined.targets, best, sentences);
  const told = inRoles(head.type, { ...joined, targets });
  return withProtesters(head.type, withHolders(withNations(told, sentences), sentences), sentences);
}

/** Who is named with it; of a position who takes it; else who speaks beside it. */
function sourceOfAll(
  { head, mentions }: Judged,
  best: Candidate,
  isMain: boolean,
  sentences: readonly Sentence[],
  isTaken: (sentence: Sentence) => boolean,
): ExtractedEvent['source'] {
  const told = mentions.filter((each) => each.sentence.zone !== 'title');
  return (
    firstHand(mentions.flatMap(({ source }) => (source ? [source] : []))) ??
    stanceSource(head.type, told) ??
    nearbySource(best, isMain, sentences, isTaken) ??
    stanceSource(head.type, mentions)
  );
}

/** Where it happened; acts of state in the state that acts. */
function wherePlace(merged: Judged, best: Candidate, sentences: readonly Sentence[]): Place | null {
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
function placeOfAll({ mentions }: Judged): ExtractedEvent['place'] {
  let place: ExtractedEvent['place'] = null;
  for (const { place: told, sentence } of mentions) {
    if (!told) continue;
    const isKnownNow = place?.gazetteerId === null && told.gazetteerId !== null && sentence.zone === 'lead';
    const isAside = sentence.zone === 'lead' && told.precision <= 3 && isNamedAside(mentions, place);
    if (!place || isKnownNow || isFuller(told, place) || isAside) place = told;
    else if (sentence.zone !== 'body' && told.precision < coarseness(place) && isWithin(told, place))
      place = told;
  }
  return place && coarseness(place) >= 3 ? (onlyFiner(mentions, place) ?? place) : place;
}

const wholeCountry = 4; // precision of a place that is a country

/** "علم قطر على شعار مناورات": a state that a title names without saying that it is there. */
const isNamedAside = (mentions: readonly Candidate[], place: Place | null): boolean =>
  place?.span.field === 'title' &&
  place.precision === wholeCountry &&
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
    place?.locality && place.precision <= 2 && place.locality !== coarse.locality && isWithin(place, coarse)
      ? [place]
      : [],
  );
  const names = new Set(finer.map(({ locality }) => locality));
  return names.size === 1 ? (finer[0] ?? null) : null;
}

/** Where a governorate frames several villages, they are its other places: annotation guideline, ruling 13. */
function framed(mentions: readonly Candidate[], coarse: Place | null): Place[] | null {
  if (coarse?.precision !== 3 || coarse.locality) return null;
  const finer = new Map<string, Place>();
  for (const { place } of mentions)
    if (place?.locality && place.precision <= 2 && isWithin(place, coarse) && !finer.has(place.locality))
      finer.set(place.locality, place);
  return finer.size > 1 ? [...finer.values()] : null;
}

/** "قصف على إدلب" in a title may mean the governorate of that name: a village of it says more. */
const coarseness = ({ locality, admin1, precision }: Place): number =>
  locality !== null && locality === admin1 ? 3 : precision;

const isWithin = (fine: Place, coarse: Place): boolean =>
  fine.country === coarse.country &&
  (!coarse.admin1 || fine.admin1 === coarse.admin1 || fine.admin1 === `ريف ${coarse.admin1}`);

/** What title or lead says of it counts for all mentions. */
function modalityOf({ head, mentions }: Judged): ExtractedEvent['modality'] {
  const told = [head, ...mentions.filter((each) => each.sentence.zone === 'lead')];
  return told.map((each) => each.status.modality).find((each) => each !== 'asserted') ?? 'asserted';
}
