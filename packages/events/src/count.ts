import type { Count } from '@rasid/contracts';
import type { spanOf } from './reading.ts';

/** A count with the words it stands in. */
export const countOf = (
  { min, max, qualifier }: Pick<Count, 'min' | 'max' | 'qualifier'>,
  span: ReturnType<typeof spanOf>,
): Count => ({ min, max, qualifier, text: span.text, span });
