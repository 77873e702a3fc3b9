import { lookupKey } from '@rasid/arabic';
import { type LexiconEntry, lexicon } from './data.ts';
import { compilePattern, matchAt, type Pattern } from './pattern.ts';
import type { Sentence } from './reading.ts';

export type Trigger = { entry: LexiconEntry; from: number; to: number; start: number; end: number };
export type Blocked = { rule: string; text: string; why: string };

type Compiled = { entry: LexiconEntry; pattern: Pattern; blockedBy: ReadonlySet<string> };

/** Lexicon entries by the forms of their first word: a token looks up only the rules that can begin with it. */
const byFirstWord: ReadonlyMap<string, Compiled[]> = index();
const blockReach = 4; // tokens on either side in which a word changes the meaning

function index(): Map<string, Compiled[]> {
  const found = new Map<string, Compiled[]>();
  for (const entry of lexicon) {
    const compiled = {
      entry,
      pattern: compilePattern(entry.pattern),
      blockedBy: new Set(entry.blockedBy.map(lookupKey)),
    };
    for (const key of compiled.pattern[0]?.keys ?? []) found.set(key, [...(found.get(key) ?? []), compiled]);
  }
  return found;
}

/** Every trigger of a sentence, overlapping ones reduced to the longest. */
export function findTriggers(sentence: Sentence, blocked: Blocked[]): Trigger[] {
  const { field, from, to } = sentence;
  const found: Trigger[] = [];
  for (let at = from; at < to; at++) {
    const seen = new Set<string>();
    for (const form of field.readings[at] ?? []) {
      for (const rule of byFirstWord.get(form) ?? []) {
        if (seen.has(rule.entry.id)) continue;
        seen.add(rule.entry.id);
        const end = matchAt(rule.pattern, field.readings, at, to);
        if (end < 0) continue;
        const first = field.tokens[at];
        const last = field.tokens[end - 1];
        if (!first || !last) continue;
        const trigger = { entry: rule.entry, from: at, to: end, start: first.start, end: last.end };
        const stop = blockingWord(sentence, trigger, rule.blockedBy);
        if (stop)
          blocked.push({ rule: rule.entry.id, text: field.text.slice(first.start, last.end), why: stop });
        else found.push(trigger);
      }
    }
  }
  return found.filter((each) => !found.some((other) => covers(other, each)));
}

function blockingWord(sentence: Sentence, trigger: Trigger, words: ReadonlySet<string>): string | null {
  if (words.size === 0) return null;
  const { readings, tokens } = sentence.field;
  const first = Math.max(sentence.from, trigger.from - blockReach);
  const last = Math.min(sentence.to, trigger.to + blockReach);
  for (let at = first; at < last; at++)
    if (readings[at]?.some((form) => words.has(form))) return `"${tokens[at]?.text}" nearby`;
  return null;
}

function covers(a: Trigger, b: Trigger): boolean {
  if (a === b || a.from > b.from || a.to < b.to) return false;
  return a.to - a.from > b.to - b.from;
}
