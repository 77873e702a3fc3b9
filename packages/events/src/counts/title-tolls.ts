import { typeEntry } from '../data.ts';
import type { Merged } from '../merging/merge.ts';
import type { Sentence } from '../text/reading.ts';
import { type CountClaim, countsOf } from './counts.ts';
import { isHarmful } from './toll-owner.ts';
import { mentionOf } from './tolls.ts';

/** "33 مصابا في مطار" above a text that tells how: the toll of a title that names no happening is of the one the lead tells. */
export function addTitleTolls(sentences: readonly Sentence[], kept: readonly Merged[]): void {
  const titles = sentences.filter(({ zone }) => zone === 'title');
  const opened = kept.find(
    ({ head }) => !head.isBackground && isHarmful(head.type) && head.sentence.zone === 'lead',
  );
  if (!opened || kept.some((each) => each.mentions.some(({ sentence }) => titles.includes(sentence)))) return;
  const kinds = new Set(typeEntry(opened.head.type).counts);
  for (const title of titles) {
    const claims = countsOf(title).filter(
      (claim) => isToll(claim) && kinds.has(claim.kind) && !hasKind(opened, claim),
    );
    if (claims.length > 0) opened.mentions.push(mentionOf(opened.head, title, claims));
  }
}

const isToll = ({ kind, count }: CountClaim): boolean =>
  (kind === 'killed' || kind === 'wounded') && count.qualifier !== 'vague' && count.max !== 0;
const hasKind = ({ mentions }: Merged, { kind }: CountClaim): boolean =>
  mentions.some(({ counts }) => counts.some((each) => each.kind === kind));
