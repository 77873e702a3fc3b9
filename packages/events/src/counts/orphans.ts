import type { Merged } from '../merging/merge.ts';
import { statusOf } from '../status/cues.ts';
import type { Sentence } from '../text/reading.ts';
import { countsOf } from './counts.ts';
import { harmedIn, isHarmful, ownerOf } from './toll-owner.ts';
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
    const held = mentions.filter((each) => each.sentence === sentence);
    const orphans = countsOf(sentence).filter(
      (claim) =>
        (claim.kind === 'killed' || claim.kind === 'wounded') &&
        isPlain(sentence, claim.count) &&
        claim.count.max !== 0 &&
        !isSince(sentence, claim) &&
        !held.some(({ counts }) => counts.some(({ kind, at }) => kind === claim.kind && at === claim.at)),
    );
    if (orphans.length === 0 || isLongAgo(sentence) || isAside(sentence)) continue;
    if (held.some(({ isBackground, type }) => isBackground || isHarmful(type))) continue;
    const owner = ownerOf(sentence, harmedIn(kept));
    if (owner && !statusOf(sentence, owner.head.trigger).isBackground) give(owner, sentence, orphans);
  }
}
