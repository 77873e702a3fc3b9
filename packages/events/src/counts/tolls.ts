import type { Count } from '@rasid/contracts';
import { type Candidate, candidateLike } from '../candidates.ts';
import { type EventTypeId, typeEntry } from '../data.ts';
import { isLearnt } from '../marks.ts';
import type { Merged } from '../merging/merge.ts';
import { statusOf } from '../status/cues.ts';
import type { Sentence } from '../text/reading.ts';
import { answeredParts, partAt } from './answered.ts';
import { claimLike } from './count.ts';
import { countsOf } from './counts.ts';
import { isDispute } from './disputes.ts';
import { namesIncident } from './incident-named.ts';
import { kindFor } from './own-counts.ts';
import { firstAfter, harmedIn, isElsewhere, isHarmful, isOccasion, isUnrest, ownerOf } from './toll-owner.ts';
import { isAside, isLongAgo, isPlain, isSince, isSome } from './toll-sentence.ts';

const tolls = new Set(['killed', 'wounded', 'missing', 'rescued', 'hospitalised']);

/** "وأكد المصدر سقوط تسعة قتلى": a toll without a cause belongs to the happening told last before it. */
export function addTolls(
  sentences: readonly Sentence[],
  told: readonly Candidate[],
  merged: readonly Merged[],
): void {
  const harmful = told.filter(({ type }) => typeEntry(type).counts.includes('killed'));
  const busy = new Set(harmful.map(({ sentence }) => sentence.order));
  const busyWithHarm = new Set(
    harmful.filter(({ type }) => isHarmful(type)).map(({ sentence }) => sentence.order),
  ); // an inquiry beside "the accident left …" takes no toll
  for (const sentence of sentences) {
    const counts = countsOf(sentence).filter(({ kind }) => tolls.has(kind));
    if (counts.length === 0 || isLongAgo(sentence) || isAside(sentence)) continue;
    const isNamed = namesIncident(sentence);
    if ((isNamed ? busyWithHarm : busy).has(sentence.order)) continue;
    const owner =
      ownerOf(sentence, merged) ?? (isOccasion(sentence) ? firstAfter(sentence, merged) : undefined);
    if (!owner || statusOf(sentence, owner.head.trigger).isBackground) continue;
    const isNext = owner.mentions.some((each) => each.sentence.order === sentence.order - 1);
    const hasPlain = counts.some(({ count }) => count.qualifier !== 'vague' && isPlain(sentence, count));
    give(
      owner,
      sentence,
      counts.filter(
        (claim) =>
          !isSince(sentence, claim) &&
          (isPlain(sentence, claim.count) ||
            (hasPlain && claim.count.min === 2 && sentence.zone !== 'title') ||
            (isNext && isSome(claim.count)) ||
            (isNamed && claim.count.min === 2)),
      ),
    );
  }
}

/** "جرح مئة متظاهر": they were hurt where they marched. */
const crowd = /متظاهر|محتج|معتصم/u;
/** A toll whose sentence names no happening: given away before, or read from the word of harm alone. */
const isAlone = ({ sentence, trigger }: Candidate): boolean =>
  trigger.start < sentence.start || trigger.start >= sentence.end || trigger.entry.type === '?harm';

/** Tolls of a reading that was found unlikely are of the likely one of the same sentence, or of the one told shortly before. */
export function passTolls(kept: readonly Merged[], left: readonly Merged[]): void {
  for (const { head, mentions } of left)
    for (const mention of mentions) {
      const { sentence, counts } = mention;
      const answered = answeredParts(sentence);
      const harms = counts.filter(
        ({ kind, count, at }) => tolls.has(kind) && isPlain(sentence, count) && !partAt(answered, at),
      );
      if (harms.length === 0 || sentence.zone === 'title' || isLongAgo(sentence)) continue;
      const isOfCrowd = harms.every(({ count }) => crowd.test(count.text)) && kept.some(isUnrest);
      const like = kept.filter(
        (each) =>
          isHarmful(each.head.type) &&
          (isOfCrowd
            ? isUnrest(each)
            : isLike(each.head.type, head.type) || isLike(each.head.type, mention.type)),
      );
      const tells = (each: Merged) => each.mentions.some((told) => told.sentence === sentence);
      const lacks = (each: Merged) => tells(each) && isHarmful(each.head.type) && !isCounted(each, harms);
      const mate = like.find(tells) ?? onlyOne(kept.filter(lacks));
      const isOpen = !isOfCrowd && (isAlone(mention) || !ownTolls.has(typeEntry(head.type).group));
      const owner = mate ?? ownerOf(sentence, isOpen ? harmedIn(kept) : like);
      if (owner?.head.isBackground !== head.isBackground) continue;
      if (mate) giveHere(mate, sentence, harms);
      else give(owner, sentence, harms);
    }
}

const fewestShared = 2; // dead from which on the same number of another reading is the same toll

/** "مقتل 3 وإصابة 4" read as of two happenings: who has the dead of a toll has its wounded too. */
export function pairTolls(kept: readonly Merged[], left: readonly Merged[]): void {
  for (const each of kept.filter(({ head }) => isHarmful(head.type))) {
    const dead = each.mentions.flatMap(({ counts }) => counts.filter(isDead));
    if (dead.length === 0 || each.mentions.some(({ counts }) => counts.some(isHurt))) continue;
    const readings = [...kept, ...left].filter((other) => !isOther(each, other));
    for (const { sentence, counts } of readings.flatMap(({ mentions }) => mentions)) {
      const isSame = counts.some(
        (one) =>
          isDead(one) && dead.some(({ count }) => count.min === one.count.min && count.max === one.count.max),
      );
      const wounded = counts.filter(isHurt);
      if (!isSame || wounded.length === 0 || isElsewhere(sentence, each)) continue;
      give(each, sentence, wounded);
      break;
    }
  }
}

/** Two of one type were found to be two. */
const isOther = ({ head: a }: Merged, { head: b }: Merged): boolean =>
  a.type === b.type && a.isBackground === b.isBackground;

const isHurt = ({ kind, count }: Candidate['counts'][number]): boolean =>
  kind === 'wounded' && count.qualifier !== 'vague';
const isDead = ({ kind, count }: Candidate['counts'][number]): boolean =>
  kind === 'killed' && count.qualifier !== 'vague' && (count.min ?? 0) >= fewestShared;

const onlyOne = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** Groups of types whose tolls are of the like only; of an arrest or of damage they are what led to it. */
const ownTolls = new Set(['armed_conflict', 'disaster', 'unrest']);

/** One of the tolls is told of it already. */
const isCounted = ({ mentions }: Merged, harms: Candidate['counts']): boolean =>
  mentions.some(({ counts }) =>
    counts.some(({ kind, count }) => count.qualifier !== 'vague' && harms.some((each) => each.kind === kind)),
  );

/** What a rule counts in a sentence is counted too where the words alone tell of a like happening in it. */
export function shareTolls(kept: readonly Merged[]): void {
  for (const each of kept.filter(({ head }) => isHarmful(head.type)))
    for (const { sentence, trigger } of [...each.mentions]) {
      if (!isLearnt(trigger)) continue;
      for (const other of kept)
        if (other !== each && isLike(other.head.type, each.head.type))
          for (const told of other.mentions)
            if (told.sentence === sentence && !isLearnt(told.trigger))
              giveHere(
                each,
                sentence,
                told.counts.filter(({ kind }) => tolls.has(kind)),
              );
    }
}

const isLike = (a: EventTypeId, b: EventTypeId): boolean =>
  typeEntry(a).group === typeEntry(b).group || typeEntry(a).confusable.includes(b);

/** The mention in the sentence of the toll tells it. */
function giveHere({ head, mentions }: Merged, sentence: Sentence, counts: Candidate['counts']): void {
  const at = mentions.findIndex((each) => each.sentence === sentence);
  const mention = mentions[at];
  const kinds = new Set(typeEntry(head.type).counts);
  const added = counts.filter(
    ({ kind }) => kinds.has(kind) && !mention?.counts.some((each) => each.kind === kind),
  );
  if (mention) mentions[at] = { ...mention, counts: [...mention.counts, ...added] };
}

/** What nobody counted yet of the happening. */
export function give(owner: Merged, sentence: Sentence, counts: Candidate['counts']): void {
  const exact = owner.mentions.flatMap((each) =>
    each.counts
      .filter(({ count }) => count.qualifier !== 'vague')
      .map(({ kind, count }) => ({ kind, count, isBefore: each.sentence.order <= sentence.order })),
  );
  const isNew = (kind: string, { min, qualifier }: Count) =>
    exact.every(
      (each) =>
        each.kind !== kind ||
        (each.isBefore ? qualifier === 'at_least' && each.count.min === min : (min ?? 0) > one),
    );
  const kinds = new Set(typeEntry(owner.head.type).counts);
  const added = counts.flatMap((claim) => {
    const kind = kindFor(sentence, claim, kinds);
    return kinds.has(kind) && (isNew(kind, claim.count) || isDispute(sentence))
      ? [claimLike(claim, kind)]
      : [];
  });
  if (added.length === 0) return;
  const next = owner.mentions.findIndex((each, at) => at > 0 && each.sentence.order > sentence.order);
  owner.mentions.splice(next < 0 ? owner.mentions.length : next, 0, mentionOf(owner.head, sentence, added));
}

const one = 1; // who is told of alone may be one of those counted further on

export const mentionOf = (head: Candidate, sentence: Sentence, counts: Candidate['counts']): Candidate =>
  candidateLike(head, {
    sentence,
    counts,
    place: null,
    date: null,
    source: null,
    parties: { actors: [], targets: [], victims: [] },
  });
