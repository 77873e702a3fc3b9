import { type EventTypeId, typeEntry, typesWith } from '../data.ts';
import type { Merged } from '../merging/merge.ts';
import { unitLevel } from '../places/precision.ts';
import type { Sentence } from '../text/reading.ts';
import { namesIncident } from './incident-named.ts';

const tollReach = 3; // sentences after a happening in which its toll may stand alone
/** Types that are told with a toll; of land taken or of people taken it is told of the fighting around. */
export const isHarmful = (type: EventTypeId): boolean =>
  typeEntry(type).counts.includes('killed') && !tolled.has(type);
const tolled = typesWith('told', 'toll-around');

export const isUnrest = ({ head }: Merged): boolean => typeEntry(head.type).group === 'unrest';
/** Of crowds a toll told alone is as often what they came for. */
const isStruck = (each: Merged): boolean => !isUnrest(each);

/** Where people are struck, or marched where nobody was. */
export function harmedIn(kept: readonly Merged[]): readonly Merged[] {
  const struck = kept.filter(isStruck);
  return struck.some(({ head }) => !head.isBackground && isHarmful(head.type)) ? struck : kept;
}

/** The last happening with people harmed that was told shortly before. */
export function ownerOf(sentence: Sentence, merged: readonly Merged[]): Merged | undefined {
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
export const firstAfter = (sentence: Sentence, merged: readonly Merged[]): Merged | undefined =>
  merged.find(
    (each) =>
      !each.head.isBackground &&
      isHarmful(each.head.type) &&
      each.head.sentence.order - sentence.order <= afterReach &&
      !isElsewhere(sentence, each),
  );
export function isOccasion({ zone, field: { tokens }, from, to }: Sentence): boolean {
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
export function isElsewhere({ places }: Sentence, { mentions }: Merged): boolean {
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

const claimed = new Set(['IL', 'PS']); // towns that are named as of the one or of the other
