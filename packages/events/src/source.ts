import type { PartyMention } from '@rasid/actors';
import type { ExtractedEvent } from '@rasid/contracts';
import { type Sentence, spanOf } from './reading.ts';

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
