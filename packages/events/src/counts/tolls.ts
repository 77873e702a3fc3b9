import type { Count } from '@rasid/contracts';
import { type Candidate, candidateLike } from '../candidates.ts';
import { type EventTypeId, typeEntry, typesWith } from '../data.ts';
import { isLearnt } from '../marks.ts';
import type { Merged } from '../merging/merge.ts';
import { unitLevel } from '../places/precision.ts';
import { statusOf } from '../status/cues.ts';
import type { Sentence } from '../text/reading.ts';
import { claimLike } from './count.ts';
import { countsOf } from './counts.ts';
import { namesIncident } from './incident-named.ts';
import { isDispute } from './no-counts.ts';
import { kindFor } from './own-counts.ts';

const tollReach = 3; // sentences after a happening in which its toll may stand alone
const tolls = new Set(['killed', 'wounded', 'missing', 'rescued', 'hospitalised']);

/** Types that are told with a toll; of land taken or of people taken it is told of the fighting around. */
export const isHarmful = (type: EventTypeId): boolean =>
  typeEntry(type).counts.includes('killed') && !tolled.has(type);
const tolled = typesWith('told', 'toll-around');

/** "سقوط قتلى": only of what the sentence before tells. */
const isSome = ({ min, max, text }: Count): boolean => min === 2 && max === null && harmed.test(text);
const harmed = /قتلى|جرحى|شهداء|ضحايا|مصاب|إصابات/u;

/** "Dozens" and "hundreds" say a toll; "some" does not, and thousands are of a war. */
const isDozens = ({ min, max }: Count): boolean => (min ?? 0) >= 20 && (max ?? Infinity) < 1000;

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
    give(
      owner,
      sentence,
      counts.filter(
        (claim) =>
          !isSince(sentence, claim) &&
          (isPlain(sentence, claim.count) ||
            (isNext && isSome(claim.count)) ||
            (isNamed && claim.count.min === 2)),
      ),
    );
  }
}

const sinceReach = 12; // tokens from "since" over what happened then to its toll

/** "يسود التوتر منذ صدامات أوقعت 30 قتيلا": of what began long before. */
function isSince({ field: { tokens }, from }: Sentence, { at }: Candidate['counts'][number]): boolean {
  for (let back = at - 1; back >= Math.max(from, at - sinceReach); back--) {
    if (/^[.،؛]$/u.test(tokens[back]?.text ?? '')) return false;
    if (tokens[back]?.key === 'منذ') return true;
  }
  return false;
}

const isUnrest = ({ head }: Merged): boolean => typeEntry(head.type).group === 'unrest';
/** "جرح مئة متظاهر": they were hurt where they marched. */
const crowd = /متظاهر|محتج|معتصم/u;
/** Of crowds a toll told alone is as often what they came for. */
const isStruck = (each: Merged): boolean => !isUnrest(each);

/** A toll whose sentence names no happening: given away before, or read from the word of harm alone. */
const isAlone = ({ sentence, trigger }: Candidate): boolean =>
  trigger.start < sentence.start || trigger.start >= sentence.end || trigger.entry.type === '?harm';

/** A number, dozens or nobody; a title's number is of what the title tells. */
const isPlain = ({ zone }: Sentence, count: Count): boolean =>
  (count.max === 0 || zone !== 'title') && (count.qualifier !== 'vague' || isDozens(count));

/** Tolls of a reading that was found unlikely are of the likely one of the same sentence, or of the one told shortly before. */
export function passTolls(kept: readonly Merged[], left: readonly Merged[]): void {
  for (const { head, mentions } of left)
    for (const mention of mentions) {
      const { sentence, counts } = mention;
      const harms = counts.filter(({ kind, count }) => tolls.has(kind) && isPlain(sentence, count));
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

/** Where people are struck, or marched where nobody was. */
function harmedIn(kept: readonly Merged[]): readonly Merged[] {
  const struck = kept.filter(isStruck);
  return struck.some(({ head }) => !head.isBackground && isHarmful(head.type)) ? struck : kept;
}

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

/** "من ناحية أخرى قال مسعفون": news of something else begins. */
function isAside({ field: { tokens }, from }: Sentence): boolean {
  const opening = [0, 1, 2].map((step) => tokens[from + step]?.key ?? '').join(' ');
  return /^و?(?:من (?:ناحيه|جهه) (?:اخري|ثانيه)|(?:علي|في) (?:صعيد|سياق|حادث) (?:اخر|منفصل))$/u.test(opening);
}

/** What nobody counted yet of the happening. */
function give(owner: Merged, sentence: Sentence, counts: Candidate['counts']): void {
  const known = new Set(
    owner.mentions.flatMap((each) =>
      each.counts.filter(({ count }) => count.qualifier !== 'vague').map(({ kind }) => kind),
    ),
  );
  const kinds = new Set(typeEntry(owner.head.type).counts);
  const added = counts.flatMap((claim) => {
    const kind = kindFor(sentence, claim, kinds);
    return kinds.has(kind) && (!known.has(kind) || isDispute(sentence)) ? [claimLike(claim, kind)] : [];
  });
  if (added.length > 0) owner.mentions.push(mentionOf(owner.head, sentence, added));
}

/** The last happening with people harmed that was told shortly before. */
function ownerOf(sentence: Sentence, merged: readonly Merged[]): Merged | undefined {
  const last = (each: Merged) =>
    Math.max(
      ...each.mentions.map((mention) =>
        mention.sentence.order < sentence.order ? mention.sentence.order : -1,
      ),
    );
  const reach = namesIncident(sentence) ? wideReach : tollReach;
  return merged
    .filter(({ head }) => !head.isBackground && isHarmful(head.type))
    .filter((each) => last(each) >= 0 && sentence.order - last(each) <= reach)
    .filter((each) => !isElsewhere(sentence, each))
    .sort((a, b) => last(b) - last(a))[0];
}

/** "بعد مقتل العشرات وإصابة المئات" opens: what the text then tells of. */
const firstAfter = (sentence: Sentence, merged: readonly Merged[]): Merged | undefined =>
  merged.find(
    (each) =>
      !each.head.isBackground &&
      isHarmful(each.head.type) &&
      each.head.sentence.order - sentence.order <= afterReach &&
      !isElsewhere(sentence, each),
  );
function isOccasion({ zone, field: { tokens }, from, to }: Sentence): boolean {
  if (zone !== 'lead') return false;
  for (let at = from; at < to - 1; at++)
    if (
      /^[وف]?(?:بعد|عقب|غداه|اثر)$/u.test(tokens[at]?.key ?? '') &&
      /^(?:مقتل|استشهاد|اصابه|سقوط|وفاه|مصرع)$/u.test(tokens[at + 1]?.key ?? '')
    )
      return true;
  return false;
}
const afterReach = 5; // sentences from the opening to what it is about

const wideReach = 10; // sentences over which "the accident" still is the one told
/** Every place of the sentence lies in another country, or in another governorate than each of the happening. */
function isElsewhere({ places }: Sentence, { mentions }: Merged): boolean {
  const here = mentions.flatMap(({ place }) => (place?.country ? [place] : []));
  const told = places.filter(
    ({ country, precision, mention }) => country !== null && precision <= unitLevel && !mention.asActor,
  );
  const isThere = ({ country, admin1 }: (typeof told)[number]) =>
    here.some((each) =>
      each.country === country
        ? !admin1 || !each.admin1 || each.admin1 === admin1
        : claimed.has(country ?? '') && claimed.has(each.country ?? ''),
    );
  return here.length > 0 && told.length > 0 && !told.some(isThere);
}

/** "في 2009 أدت إلى مصرع 173 شخصا": dated by a year, it was long ago; a day may be that of the statement. */
const isLongAgo = ({ dates }: Sentence): boolean => dates.some(({ value }) => value?.precision === 'year');

const claimed = new Set(['IL', 'PS']); // towns that are named as of the one or of the other

export const mentionOf = (head: Candidate, sentence: Sentence, counts: Candidate['counts']): Candidate =>
  candidateLike(head, {
    sentence,
    counts,
    place: null,
    date: null,
    source: null,
    parties: { actors: [], targets: [], victims: [] },
  });
