import { type EventTypeId, topicRules } from '../data.ts';
import { nounPhraseEnd } from '../text/noun-span.ts';
import type { Sentence } from '../text/reading.ts';
import { matchAt, type Pattern } from '../wordings/pattern.ts';
import { patternOf } from '../wordings/triggers.ts';
import type { Told } from './attributes.ts';

type Rule = { pattern: Pattern; takes: string; gap: number };

/** By type and by what they tell: its topic, or one of its attributes. */
const rules = new Map<EventTypeId, Map<string, Rule[]>>();
for (const { type, key, words, takes, gap } of topicRules) {
  const own = rules.get(type) ?? new Map<string, Rule[]>();
  own.set(key, [...(own.get(key) ?? []), { pattern: patternOf(words), takes, gap }]);
  rules.set(type, own);
}

const back = 3; // tokens before a trigger from which a cue can stand: "احتجاجا على … تظاهر"

/** What the event is about, in at most six words of the text; the first rule that finds it in a mention gives it. */
export const topicOf = (type: EventTypeId, mentions: readonly Told[]): string | null =>
  wordsBy(rules.get(type)?.get('topic') ?? [], mentions);

/** The attributes of an event that are words of the text: what somebody is charged with, a sentence. */
export function wordsOf(type: EventTypeId, mentions: readonly Told[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, own] of rules.get(type) ?? []) {
    const words = key === 'topic' ? null : wordsBy(own, mentions);
    if (words !== null) found[key] = key === 'sentence' ? words.replace(upon, '') : words;
  }
  return found;
}

const upon = /\s(?:(?:على|بحق|ضد|في|بتهمة|بعد|بسبب|مع|[أا]م)(?=\s)|ل(?:[إا]دانت|اتهام|\u0640|\S*متهم)).*$/u; // on whom and for what a sentence is passed

function wordsBy(own: readonly Rule[], mentions: readonly Told[]): string | null {
  for (const mention of mentions)
    for (const rule of own) {
      const topic = topicBy(rule, mention);
      if (topic) return topic;
    }
  return null;
}

function topicBy({ pattern, takes, gap }: Rule, { sentence, trigger }: Told): string | null {
  const { field, from, to } = sentence;
  for (let at = Math.max(from, trigger.from - back); at < to; at++) {
    const match = matchAt(pattern, field.readings, at, to);
    if (!match) continue;
    const begin = takes === '=' ? at : beginAfter(sentence, match.to, takes, gap);
    const topic = begin < 0 ? null : phraseAt(sentence, begin, takes);
    if (topic) return topic;
  }
  return null;
}

/** The token a topic begins at behind its cue: at once, or the first with the preposition or the first common noun. */
function beginAfter({ field, to, parties }: Sentence, from: number, takes: string, gap: number): number {
  if (takes === '-') return from < to ? from : -1;
  for (let at = from; at <= Math.min(to - 1, from + gap); at++) {
    const token = field.tokens[at];
    if (!token || token.kind === 'punctuation') continue;
    if (takes === '+') {
      if (!isParty(parties, at) && !skipped.test(token.key)) return at;
    } else if (token.key.startsWith(takes) && token.key.length >= minWord && !isParty(parties, at)) return at;
  }
  return -1;
}
const minWord = 4; // letters of a word with its preposition
const skipped =
  /^(?:ال(?:جانب|طرف|وزير|رييس|زعيم|قايد)(?:ان|ين)|بشده|امس|اليوم|من|علي|الي|في|ان|عن|مع|ذلك|يوم|.*ا)$/u;

const isParty = (parties: Sentence['parties'], at: number): boolean =>
  parties.some(({ from, to }) => at >= from && at < to);

const maxWords = 6; // annotation guideline, section 4

function phraseAt({ field, to }: Sentence, begin: number, takes: string): string | null {
  const token = field.tokens[begin];
  if (token?.kind !== 'word') return null;
  const end = nounPhraseEnd(field, begin, Math.min(to, begin + maxWords));
  const last = field.tokens[end - 1];
  if (!last || end <= begin) return null;
  const isBound = (takes === 'ب' || takes === 'ل') && token.key.startsWith(takes);
  const start = isBound && !token.text.startsWith('لل') ? token.start + 1 : token.start;
  const text = field.text.slice(start, last.end);
  return text.length >= minTopic ? text : null;
}
const minTopic = 4; // letters: shorter is a particle
