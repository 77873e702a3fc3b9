import type { Candidate } from './candidates.ts';
import type { Sentence } from './reading.ts';
import { placeOf } from './slots.ts';
import { sourceOf } from './source.ts';
import { isContinued } from './speech.ts';

const sourceReach = 3; // sentences after the lead in which a main event's speaker is named

/** The speaker of a main event is often named in the sentences after the lead. */
export function nearbySource({ sentence }: Candidate, isMain: boolean, sentences: readonly Sentence[]) {
  if (!isMain) return isContinued(sentence) ? sourceBefore(sentence, sentences) : null;
  for (const next of sentences.slice(sentence.order + 1, sentence.order + 1 + sourceReach)) {
    const source = next.field.name === 'text' ? sourceOf(next) : null;
    if (source) return source;
  }
  return null;
}

/** "وأضافت أن …": the speaker named last before it. */
function sourceBefore({ order }: Sentence, sentences: readonly Sentence[]) {
  for (const each of sentences.slice(Math.max(0, order - sourceReach), order).reverse()) {
    const source = sourceOf(each);
    if (source) return source;
  }
  return null;
}

const placeless = new Set([
  'official_stance',
  'diplomatic_meeting',
  'agreement',
  'sanctions_rupture',
  'economic_measure',
]);
const placeReach = 2; // sentences back from which a place still holds

/** The place the sentences before (or, for title and lead, after) are about. */
export function nearbyPlace({ sentence, type, trigger }: Candidate, sentences: readonly Sentence[]) {
  if (placeless.has(type)) return null;
  const { order, zone } = sentence;
  const before = sentences.slice(Math.max(0, order - placeReach), order).reverse();
  const after = zone === 'body' ? [] : sentences.slice(order + 1, order + 1 + placeReach);
  for (const each of [...before, ...after]) {
    const place = placeOf(each, trigger);
    if (place) return place;
  }
  return null;
}
