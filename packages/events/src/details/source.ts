import type { PartyMention } from '@rasid/actors';
import type { ExtractedEvent } from '@rasid/contracts';
import { type Sentence, spanOf } from '../text/reading.ts';

export type Attribution = NonNullable<ExtractedEvent['source']>;

/** Who is named as saying it in this sentence, titles removed; null for the outlet's own voice. */
export function sourceOf(sentence: Sentence): Attribution | null {
  const speaker = sentence.cues.find((cue) => cue.speaker)?.speaker;
  return speaker ? attributionOf(sentence, speaker) : null;
}

/** A party as the one who says it. */
export function attributionOf(
  { field }: Sentence,
  { start, end, canon, sourceType, office }: PartyMention,
): Attribution {
  const span = spanOf(field, start, end);
  const type = sourceType ?? (office ? 'official' : 'unknown');
  return { text: span.text, canon, sourceType: type, span };
}

/** Who only passes on or looks on gives way to a body that speaks for itself: annotation guideline, section 4. */
const secondHand = new Set(['agency', 'media', 'witness', 'social_media', 'local_source']);
const bodies = new Set(['official', 'military_police', 'medical', 'ngo_monitor', 'party_to_conflict']);

/** The first of an event's sources, or a body named with it where the first only passes on. */
export function firstHand([first, ...others]: readonly Attribution[]): Attribution | undefined {
  if (!first || !secondHand.has(first.sourceType)) return first;
  return others.find(({ sourceType }) => bodies.has(sourceType)) ?? first;
}
