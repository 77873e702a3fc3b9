import { typesWith } from '../data.ts';
import { isDefinite } from '../merging/definite.ts';
import type { Merged } from '../merging/merge.ts';
import type { Sentence } from '../text/reading.ts';
import { isHarmful, isUnrest, ownerOf } from './toll-owner.ts';
import { isPlain } from './toll-sentence.ts';
import { give } from './tolls.ts';

const fights = typesWith('force', 'fight');

/** "الحادث" is the attack told before, "مواجهات مع الشرطة" are those of the march: what is told again so has its toll. */
export function shareRetold(kept: readonly Merged[]): void {
  const told = kept.filter(({ head }) => !head.isBackground && isHarmful(head.type));
  for (const each of told) {
    const others = told.filter((other) => other !== each);
    for (const { sentence, counts } of [...each.mentions]) {
      const harms = counts.filter(
        ({ kind, count }) =>
          (kind === 'killed' || kind === 'wounded') && isPlain(sentence, count) && count.max !== 0,
      );
      if (harms.length === 0) continue;
      const march = marchOf(sentence, each, told);
      const owner = march && !isOfOther(march, harms) ? march : retoldOf(sentence, each, others);
      if (owner) give(owner, sentence, harms);
    }
  }
}

/** Another figure of the dead or wounded is of another incident. */
const isOfOther = ({ mentions }: Merged, harms: Merged['head']['counts']): boolean =>
  mentions.some(({ counts }) =>
    counts.some(({ kind, count }) =>
      harms.some(
        (harm) =>
          harm.kind === kind &&
          count.qualifier !== 'vague' &&
          harm.count.qualifier !== 'vague' &&
          harm.count.min !== count.min,
      ),
    ),
  );

/** Of fighting: the unrest its sentence tells of, or the march that the text opens with. */
function marchOf(sentence: Sentence, fight: Merged, told: readonly Merged[]): Merged | undefined {
  const [first] = told;
  if (!fights.has(fight.head.type)) return undefined;
  const here = told.find(
    (other) => isUnrest(other) && other.mentions.some((each) => each.sentence === sentence),
  );
  return here ?? (first?.head.type === 'protest' ? first : undefined);
}

/** What a definite noun takes up that the text did not begin with: told before by another word. */
const retoldOf = (sentence: Sentence, each: Merged, others: readonly Merged[]): Merged | undefined =>
  isDefinite(each.head) && !isUnrest(each)
    ? ownerOf(
        sentence,
        others.filter((other) => !isUnrest(other) && other.head.sentence.order <= each.head.sentence.order),
      )
    : undefined;
