import type { ExtractedEvent } from '@rasid/contracts';
import type { Candidate } from './candidates.ts';
import { joinCounts } from './counts/join-counts.ts';
import { typeEntry } from './data.ts';
import { confidenceOf, type Judged } from './decision/select.ts';
import { attributesOf, withParties } from './details/attributes.ts';
import { codesOf } from './details/codes.ts';
import { sourceOfAll } from './details/event-source.ts';
import { instrumentOf } from './details/instrument.ts';
import { objectOf } from './details/object.ts';
import { topicOf } from './details/topic.ts';
import { isLearnt } from './marks.ts';
import { withProtesters } from './parties/crowds.ts';
import { joinParties } from './parties/join-parties.ts';
import { withNames } from './parties/named-later.ts';
import { withHolder, withHolders } from './parties/naming.ts';
import { withNations } from './parties/nations.ts';
import { ofSpeaker } from './parties/parties.ts';
import { inRoles, type Parties } from './parties/party.ts';
import { framed, wherePlace } from './places/event-place.ts';
import { withoutTown } from './places/nearby.ts';
import { otherPlaces } from './places/place.ts';
import { finestOf } from './status/same-day.ts';
import { type Sentence, spanOf } from './text/reading.ts';

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
  const parties = partiesOfAll(merged, best, sentences);
  const modality = modalityOf(merged);
  const { actors, targets, victims } = parties;
  const attributes = withParties(head.type, attributesOf(head.type, mentions), { targets, victims, counts });
  const placesOther = framed(mentions, place) ?? otherPlaces(best, place);
  const trigger = spanOf(head.sentence.field, head.trigger.start, head.trigger.end);
  return {
    id: idOf(head.type, trigger.field, trigger.start),
    type: head.type,
    label: entry.label,
    status: isBackground ? 'background' : isMain ? 'main' : 'secondary',
    modality,
    aggregate: placesOther.length > 0,
    trigger,
    evidence: spanOf(sentence.field, sentence.start, sentence.end),
    ...parties,
    source: withHolder(sourceOfAll(merged, best, isMain, sentences, isTaken), sentences),
    place,
    placesOther,
    date: finestOf(mentions.flatMap(({ date }) => (date ? [date] : []))),
    counts,
    attributes,
    instrument: instrumentOf(head.type, mentions),
    object: objectOf(head.type, mentions),
    topic: topicOf(head.type, mentions),
    codes: codesOf(head.type, { attributes, counts, actors, targets, place, modality }),
    confidence: Math.round(confidenceOf(merged.likelihood) * 100) / 100,
    rules: [...new Set(mentions.map((each) => each.trigger.entry.id))],
  };
}

/** Who did it to whom, under their names and in the roles the type knows. */
function partiesOfAll({ head, mentions }: Judged, best: Candidate, sentences: readonly Sentence[]): Parties {
  const isUnread = head.type === 'official_stance' && mentions.every(({ trigger }) => isLearnt(trigger));
  const joined = isUnread ? ofSpeaker(joinParties(mentions), best.sentence) : joinParties(mentions);
  const targets = withNames(head.type, joined.targets, best, sentences);
  const told = inRoles(head.type, { ...joined, targets });
  return withProtesters(head.type, once(withHolders(withNations(told, sentences), sentences)), sentences);
}

/** "الرئيس" and the name he has elsewhere are one, once both are read. */
const once = (parties: Parties): Parties => ({
  ...parties,
  actors: parties.actors.filter(
    (each, at) =>
      !parties.actors
        .slice(0, at)
        .some((other) => other.text.endsWith(each.text) || each.text.endsWith(` ${other.text}`)),
  ),
});

/** What title or lead says of it counts for all mentions. */
function modalityOf({ head, mentions }: Judged): ExtractedEvent['modality'] {
  const told = [head, ...mentions.filter((each) => each.sentence.zone === 'lead')];
  return told.map((each) => each.status.modality).find((each) => each !== 'asserted') ?? 'asserted';
}
