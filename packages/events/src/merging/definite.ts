import type { Candidate } from '../candidates.ts';
import { namesIncident } from '../counts/incident-named.ts';
import { isLearnt } from '../marks.ts';

/** "تلك الاشتباكات", "ذات الهجوم", "أصيب ثلاثة في الحادث": the one told before. */
export const isPointedAt = ({ sentence, trigger }: Candidate): boolean =>
  /^(?:و|ل|ب)?(?:تلك|هذه|هذا|ذلك|ذات|نفس)$/u.test(sentence.field.tokens[trigger.from - 1]?.key ?? '') ||
  (trigger.entry.type === '?harm' && namesIncident(sentence));

/** "الغارات", "الانفجار"; a name of talks that stands with its article in the lexicon may be of any. */
export const isDefinite = ({ trigger: { form, reading, entry } }: Candidate): boolean =>
  reading.article &&
  (form.pos === 'noun' ||
    (form.pos === 'word' && !isLearnt({ entry }) && entry.type !== 'diplomatic_meeting'));
