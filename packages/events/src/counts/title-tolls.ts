import { typeEntry } from '../data.ts';
import type { Merged } from '../merging/merge.ts';
import type { Sentence } from '../text/reading.ts';
import { type CountClaim, countsOf } from './counts.ts';
import { isElsewhere, isHarmful } from './toll-owner.ts';
import { isAside, isLongAgo, isSince } from './toll-sentence.ts';
import { mentionOf } from './tolls.ts';

const opening = 8; // sentences from the title in which an article comes to what it is about

/** "33 مصابا في مطار" above a text that then tells how: a toll of title or lead that names no happening is of the first one told behind it. */
export function addOpeningTolls(sentences: readonly Sentence[], kept: readonly Merged[]): void {
  const harmful = kept.filter(({ head }) => !head.isBackground && isHarmful(head.type));
  const [first] = harmful;
  if (!first || first.head.sentence.order > opening) return;
  const told = new Set(kept.flatMap(({ mentions }) => mentions.map(({ sentence }) => sentence)));
  const others = harmful.slice(1);
  const kinds = new Set(typeEntry(first.head.type).counts);
  for (const sentence of sentences) {
    if (sentence.zone === 'body' || sentence.order >= first.head.sentence.order) return;
    if (told.has(sentence) || isLongAgo(sentence) || isAside(sentence) || isElsewhere(sentence, first))
      continue;
    const claims = countsOf(sentence).filter(
      (claim) => isToll(claim) && kinds.has(claim.kind) && !isSince(sentence, claim),
    );
    const missing = claims.filter((claim) => !hasKind(first, claim));
    const newer = claims.filter(
      (claim) => isNewer(sentence, claim, first) && !others.some((each) => hasKind(each, claim)),
    );
    if (missing.length > 0) first.mentions.push(mentionOf(first.head, sentence, missing));
    if (newer.length > 0) first.mentions.unshift(mentionOf(first.head, sentence, newer));
  }
}

/** "8 قتلى" of a title, or what a toll "rose to", above a text that still tells 7. */
function isNewer({ zone }: Sentence, claim: CountClaim, { mentions }: Merged): boolean {
  if (zone !== 'title' && claim.isUpdate !== true) return false;
  const known = mentions.flatMap(({ counts }) =>
    counts.filter(({ kind, count }) => kind === claim.kind && count.qualifier !== 'vague'),
  );
  return known.length > 0 && known.every(({ count }) => (count.min ?? 0) < (claim.count.min ?? 0));
}

const isToll = ({ kind, count }: CountClaim): boolean =>
  (kind === 'killed' || kind === 'wounded') && count.qualifier !== 'vague' && count.max !== 0;
const hasKind = ({ mentions }: Merged, { kind }: CountClaim): boolean =>
  mentions.some(({ counts }) =>
    counts.some((each) => each.kind === kind && each.count.qualifier !== 'vague'),
  );
