import type { Count } from '@rasid/contracts';
import type { Merged } from '../merging/merge.ts';
import { statusOf } from '../status/cues.ts';
import type { Sentence } from '../text/reading.ts';
import { type CountClaim, countsOf } from './counts.ts';
import { harmedIn, isElsewhere, isHarmful, isUnrest, ownerOf } from './toll-owner.ts';
import { isAside, isLongAgo, isPlain, isSince } from './toll-sentence.ts';
import { give } from './tolls.ts';

/** What no reading holds, kept or left, is of the happening told shortly before: "وأصيب شرطيان آخران، كما أخذ الرجل رهينة". */
export function giveOrphans(
  sentences: readonly Sentence[],
  kept: readonly Merged[],
  left: readonly Merged[],
): void {
  const mentions = [...kept, ...left].flatMap((each) => each.mentions);
  for (const sentence of sentences) {
    if (sentence.zone === 'title') continue;
    const tolls = countsOf(sentence).filter(
      (claim) =>
        (claim.kind === 'killed' || claim.kind === 'wounded') &&
        isPlain(sentence, claim.count) &&
        claim.count.max !== 0 &&
        !isSince(sentence, claim),
    );
    if (tolls.length === 0) continue; // most sentences: before the mentions are gone through
    const held = mentions.filter((each) => each.sentence === sentence);
    const orphans = tolls.filter(
      (claim) =>
        !held.some(({ counts }) => counts.some(({ kind, at }) => kind === claim.kind && at === claim.at)),
    );
    if (orphans.length === 0 || isLongAgo(sentence) || isAside(sentence)) continue;
    if (held.some(({ isBackground, type }) => isBackground || isHarmful(type))) continue;
    const owner = ownerOf(sentence, harmedIn(kept)) ?? openOne(sentence, orphans, kept);
    if (owner && !isUnrest(owner) && isOfMarch(sentence)) continue;
    if (owner && !statusOf(sentence, owner.head.trigger).isBackground) give(owner, sentence, orphans);
  }
}

/** "أصيب أكثر من 100 في ثامن أسبوع من مسيرات الغضب": where people marched. */
const isOfMarch = ({ field: { tokens }, from, to }: Sentence): boolean =>
  tokens
    .slice(from, to)
    .some(({ key }) => /^[وفبل]?(?:ال|ل)?(?:مسير|تظاهر|مظاهر|احتجاج)(?:ه|ات)?$/u.test(key));

/** What title or lead tell of with "dozens": a later figure is of it, where the text tells of nothing else that harmed. */
function openOne(
  sentence: Sentence,
  orphans: readonly CountClaim[],
  kept: readonly Merged[],
): Merged | undefined {
  const harmful = kept.filter(({ head }) => !head.isBackground && isHarmful(head.type));
  const [first] = harmful;
  if (!first || first.head.sentence.zone === 'body' || isElsewhere(sentence, first)) return undefined;
  if (sentence.order <= first.head.sentence.order) return undefined;
  const said = first.mentions.flatMap(({ counts }) => counts);
  const isMade = orphans.some(
    ({ kind, count }) =>
      said.some(
        (each) => each.kind === kind && isRough(each.count) && (count.min ?? 0) >= (each.count.min ?? 0),
      ) && !said.some((each) => each.kind === kind && each.count.qualifier !== 'vague'),
  );
  return isMade ? first : undefined;
}
const isRough = ({ qualifier, min }: Count): boolean => qualifier === 'vague' && (min ?? 0) >= dozens;
const dozens = 20; // "عشرات", as `vague` in packages/arabic/src/quantities.ts
