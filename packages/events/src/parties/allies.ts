import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';

/** "بدعم جوي من قوات التحالف": who supports takes part. */
export const isSupport = ({ field }: Sentence, { from }: PartyMention): boolean =>
  [2, 3, 4].some((back) =>
    /^(?:بدعم|بمشاركه|بمسانده|بموازره|بالتعاون|دعم)$/.test(field.tokens[from - back]?.key ?? ''),
  );

/** "قوات س، مسنودة بص", "بإسناد من ص", "مسنودة بقوات من ص": who fights beside takes part. */
export function isBacking(
  { field: { tokens } }: Sentence,
  { from, canAct }: PartyMention,
  clitic: string,
): boolean {
  if (!canAct) return false;
  const isOf = tokens[from - 1]?.key === 'من';
  const at = isOf ? from - 2 : from - 1;
  const before = tokens[at]?.key ?? '';
  if (/^(?:باسناد|بمشاركه|بموازره)$/u.test(before)) return true;
  const isBound = isOf ? before.startsWith('ب') : clitic.includes('ب');
  return isBound && /^مسنود(?:ه|ا|ين)?$/u.test(tokens[isOf ? at - 1 : at]?.key ?? '');
}

/** "بالتعاون مع جهاز س": who it is done with. */
export const isAlly = ({ field }: Sentence, { from, canAct }: PartyMention): boolean =>
  canAct &&
  field.tokens[from - 1]?.key === 'مع' &&
  [2, 3].some((back) =>
    /^(?:بالتعاون|بالاشتراك|بالشراكه|بالتنسيق|جنب)$/u.test(field.tokens[from - back]?.key ?? ''),
  );
