import type { Count } from '@rasid/contracts';
import { type Sentence, spanOf } from '../text/reading.ts';
import type { CountClaim } from './counts.ts';

/** A claim with those who go on its list: "طفلان وامرأة" are three; null where the two are no sum. */
export function added(sentence: Sentence, claim: CountClaim, count: Count): CountClaim | null {
  const { count: known } = claim;
  if (known.qualifier === 'vague') return null;
  const span = spanOf(sentence.field, known.span.start, count.span.end);
  if (count.qualifier === 'vague') return withSome(claim, count, { text: span.text, span });
  claim.count = {
    min: known.min === null || count.min === null ? null : known.min + count.min,
    max: known.max === null || count.max === null ? null : known.max + count.max,
    qualifier: known.qualifier,
    text: span.text,
    span,
  };
  return claim;
}

/** "قتل القيادي مع عدد من مرافقيه", "طفلان وعدد من المواطنين": a few more than told by name or number; dozens are told for all. */
function withSome(claim: CountClaim, some: Count, told: Pick<Count, 'text' | 'span'>): CountClaim | null {
  const { count: known } = claim;
  if (some.min === null || known.min === null || known.qualifier !== 'exact') return null;
  const isFew = some.max === null || some.max < dozens;
  if (known.min > 1 && !(isFew && known.min < dozens)) return null;
  claim.count = isFew
    ? {
        ...told,
        min: known.min + some.min,
        max: some.max && known.min + some.max,
        qualifier: known.min > 1 ? 'at_least' : 'vague',
      }
    : some;
  return claim;
}
const dozens = 20; // "عشرات", as `vague` in packages/arabic/src/quantities.ts
