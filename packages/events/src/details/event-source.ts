import type { ExtractedEvent } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import type { EventTypeId } from '../data.ts';
import type { Judged } from '../decision/select.ts';
import type { Sentence } from '../text/reading.ts';
import { isContinued } from '../text/speech.ts';
import { type Attribution, attributionOf, firstHand, sourceOf } from './source.ts';

/** Who is named with it; of a position who takes it; else who speaks beside it. */
export function sourceOfAll(
  { head, mentions }: Judged,
  best: Candidate,
  isMain: boolean,
  sentences: readonly Sentence[],
  isTaken: (sentence: Sentence) => boolean,
): ExtractedEvent['source'] {
  const told = mentions.filter((each) => each.sentence.zone !== 'title');
  return (
    firstHand(mentions.flatMap(({ source }) => (source ? [source] : []))) ??
    stanceSource(head.type, told) ??
    nearbySource(best, mentions, isMain, sentences, isTaken) ??
    stanceSource(head.type, mentions)
  );
}

const sourceReach = 3; // sentences back in which the speaker of "وأضاف" is named
const leadReach = 2; // sentences after the lead in which a main event's speaker is named

/** The speaker of a main event is often named in the sentences after the lead. */
function nearbySource(
  { sentence }: Candidate,
  mentions: readonly Candidate[],
  isMain: boolean,
  sentences: readonly Sentence[],
  isTaken: (sentence: Sentence) => boolean,
) {
  const before = isContinued(sentence) ? sourceBefore(sentence, sentences) : null;
  if (before) return before;
  const closing = closingSource(sentences[sentence.order + 1]);
  if (closing || !isMain) return closing;
  for (const next of sentences.slice(sentence.order + 1, sentence.order + 1 + leadReach)) {
    if (isTaken(next)) continue;
    const source = next.field.name === 'text' ? sourceOf(next) : null;
    if (source && takesPart(mentions, source)) continue;
    const isPress = source?.sourceType === 'agency' || source?.sourceType === 'media';
    if (source && !(isPress && next.order > sentence.order + 1)) return source;
  }
  return null;
}

/** "وقال الوزير": who met or signed goes on about something else. */
const takesPart = (mentions: readonly Candidate[], { text, canon }: Attribution): boolean =>
  mentions.some(({ parties }) =>
    parties.actors.some((each) => (each.canon !== null && each.canon === canon) || each.text.endsWith(text)),
  );

/** "ووزارة الداخلية إذ تعلن ذلك …": the sentence that closes a statement names who made it. */
function closingSource(next: Sentence | undefined): Attribution | null {
  const closing = next?.cues.find(({ from, speaker }) => speaker && next.field.tokens[from]?.key === 'اذ');
  return next && closing?.speaker ? attributionOf(next, closing.speaker) : null;
}

/** Who takes a position says it. */
function stanceSource(type: EventTypeId, mentions: readonly Candidate[]): Attribution | null {
  if (type !== 'official_stance') return null;
  for (const { sentence, parties } of mentions) {
    const actor = sentence.parties.find(({ start }) =>
      parties.actors.some(({ span }) => span.start === start),
    );
    if (actor) return attributionOf(sentence, actor);
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
