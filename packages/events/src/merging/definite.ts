import type { Candidate } from '../candidates.ts';
import { isLearnt } from '../marks.ts';

/** "تلك الاشتباكات", "ذات الهجوم": the one told before. */
export const isPointedAt = ({ sentence: { field }, trigger }: Candidate): boolean =>
  /^(?:و|ل|ب)?(?:تلك|هذه|هذا|ذلك|ذات|نفس)$/u.test(field.tokens[trigger.from - 1]?.key ?? '');

/** "الغارات", "الانفجار"; a name of talks that stands with its article in the lexicon may be of any. */
export const isDefinite = ({ trigger: { form, reading, entry } }: Candidate): boolean =>
  reading.article &&
  (form.pos === 'noun' ||
    (form.pos === 'word' && !isLearnt({ entry }) && entry.type !== 'diplomatic_meeting'));
