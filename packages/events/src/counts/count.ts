import type { Count } from '@rasid/contracts';
import type { spanOf } from '../text/reading.ts';
import type { CountClaim } from './counts.ts';

/** A count with the words it stands in. */
export const countOf = (
  { min, max, qualifier }: Pick<Count, 'min' | 'max' | 'qualifier'>,
  span: ReturnType<typeof spanOf>,
): Count => ({ min, max, qualifier, text: span.text, span });

/** A claim, of another kind if one is given. Written out, as `formLike` is: all claims have one shape. */
export const claimLike = (claim: CountClaim, kind = claim.kind): CountClaim => ({
  kind,
  count: claim.count,
  at: claim.at,
  isUpdate: claim.isUpdate,
  isMixed: claim.isMixed,
  addedTo: claim.addedTo,
});
