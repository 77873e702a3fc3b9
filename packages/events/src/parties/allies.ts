import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';

/** "بدعم جوي من قوات التحالف": who supports takes part. */
export const isSupport = ({ field }: Sentence, { from }: PartyMention): boolean =>
  [2, 3, 4].some((back) =>
    /^(?:بدعم|بمشاركه|بمسانده|بموازره|بالتعاون|دعم)$/.test(field.tokens[from - back]?.key ?? ''),
  );

/** "قوات س، مسنودة بص", "بإسناد ص": who fights beside takes part. */
export const isBacking = ({ field }: Sentence, { from, canAct }: PartyMention, clitic: string): boolean =>
  canAct &&
  ((clitic.includes('ب') && /^مسنود(?:ه|ا|ين)?$/u.test(field.tokens[from - 1]?.key ?? '')) ||
    /^(?:باسناد|بمشاركه|بموازره)$/u.test(field.tokens[from - 1]?.key ?? ''));

/** "بالتعاون مع جهاز س": who it is done with. */
export const isAlly = ({ field }: Sentence, { from, canAct }: PartyMention): boolean =>
  canAct &&
  field.tokens[from - 1]?.key === 'مع' &&
  [2, 3].some((back) =>
    /^(?:بالتعاون|بالاشتراك|بالشراكه|بالتنسيق|جنب)$/u.test(field.tokens[from - back]?.key ?? ''),
  );
