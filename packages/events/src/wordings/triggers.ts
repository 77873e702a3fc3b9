import { lookupKey } from '@rasid/arabic';
import { classes, isOpenType, type LexiconEntry, lexicon } from '../data.ts';
import { givenTo, packRoles, roleParts } from '../parties/roles.ts';
import type { Sentence } from '../text/reading.ts';
import { absorbs } from './absorb.ts';
import { createReader, type Form, type Reading } from './forms.ts';
import { isNobodysKin } from './kin.ts';
import {
  beginningsOf,
  compilePattern,
  compileWords,
  matchAt,
  type Pattern,
  standsAt,
  vocabularyOf,
  type WordList,
} from './pattern.ts';
import { areBehind, isBehind, mark, neededBy } from './presence.ts';

/** A rule that matched: its tokens, its place in the field, and how its first word is read. */
export type Trigger = {
  entry: LexiconEntry;
  from: number;
  to: number;
  start: number;
  end: number;
  form: Form;
  reading: Reading;
};
export type Blocked = { rule: string; text: string; why: string };

type Rule = {
  entry: LexiconEntry;
  pattern: Pattern;
  blockedBy: WordList | null;
  isOfKin: boolean;
  needs: readonly number[];
  /** The last token it was tried at: two readings of a word may begin one rule. */
  tried: number;
};

const rules: readonly Rule[] = lexicon.map((entry) => {
  const pattern = compilePattern(entry.pattern, classes);
  return {
    entry,
    pattern,
    blockedBy: entry.blockedBy.length > 0 ? compileWords(entry.blockedBy, classes) : null,
    isOfKin: entry.pattern.includes('$kin'),
    needs: neededBy(pattern),
    tried: -1,
  };
});
const vocabulary = new Set<string>();
for (const [number, rule] of rules.entries()) {
  for (const form of new Set(beginningsOf(rule.pattern))) {
    givenTo(form).begins.push(number, rule.needs[0] ?? -1); // a token asks only the rules that can begin with it
  }
  for (const element of rule.pattern) for (const form of vocabularyOf(element)) vocabulary.add(form);
  if (rule.blockedBy) for (const form of vocabularyOf(rule.blockedBy)) vocabulary.add(form);
}
packRoles();
const kin = compileWords(['$kin'], classes);

/** Words other modules ask for become part of the vocabulary. Called while modules load, before any text is read. */
export function wordList(words: readonly string[]): WordList {
  const list = compileWords(words, classes);
  for (const form of vocabularyOf(list)) vocabulary.add(form);
  return list;
}

/** A pattern other modules ask for, its words part of the vocabulary; as `wordList`. */
export function patternOf(source: string): Pattern {
  const pattern = compilePattern(source, classes);
  for (const element of pattern) for (const form of vocabularyOf(element)) vocabulary.add(form);
  return pattern;
}

/** The readings of a word: known forms inside it, clitics taken off. */
export const readWord = createReader(vocabulary);

const blockReach = 4; // tokens on either side in which a word changes the meaning

/** Every trigger of a sentence, overlapping ones reduced to the longest. */
export function findTriggers(sentence: Sentence, blocked: Blocked[]): Trigger[] {
  const found = matchesOf(sentence, blocked);
  return found.filter((each) => !found.some((other) => covers(other, each)));
}

let tokensBefore = 0; // of all sentences before: with its place, a number of its own for each token

/** Every rule that matches in a sentence and is not blocked. */
export function matchesOf(sentence: Sentence, blocked: Blocked[]): Trigger[] {
  const { field, from, to } = sentence;
  const found: Trigger[] = [];
  for (let at = from; at < to; at++)
    for (const { role } of field.readings[at] ?? unread) mark(role, tokensBefore + at);
  for (let at = from; at < to; at++)
    for (const reading of field.readings[at] ?? unread) addBegun(found, sentence, reading, at, blocked);
  tokensBefore += to;
  return found;
}
const unread: readonly Reading[] = [];

/** Adds the rules that a reading of a token begins. */
function addBegun(
  found: Trigger[],
  sentence: Sentence,
  { role: { begins, end } }: Reading,
  at: number,
  blocked: Blocked[],
): void {
  const token = tokensBefore + at;
  for (let part = begins; part < end; part += 2) {
    if (!isBehind(roleParts[part + 1] as number, token)) continue; // within bounds
    const rule = rules[roleParts[part] as number] as Rule; // a rule's own number
    if (rule.tried === token) continue;
    rule.tried = token;
    if (!areBehind(rule.needs, token)) continue;
    const trigger = triggerAt(sentence, rule, at);
    if (!trigger) continue;
    const stop = blockingWord(sentence, trigger, rule.blockedBy);
    if (stop) blocked.push({ rule: rule.entry.id, text: textOf(sentence, trigger), why: stop });
    else found.push(trigger);
  }
}

/** The words of a trigger. */
export const textOf = ({ field }: Sentence, { start, end }: Pick<Trigger, 'start' | 'end'>): string =>
  field.text.slice(start, end);

/** Words no verb follows: "حكم على طالب" speaks of a student. Other verbs are written like their nouns. */
const governing = new Set(['على', 'في', 'إلى', 'عن', 'مع', 'بين', 'حول', 'لدى', 'تحت'].map(lookupKey));

function triggerAt({ field, to }: Sentence, { entry, pattern, isOfKin }: Rule, at: number): Trigger | null {
  const match = matchAt(pattern, field.readings, at, to, field.inner);
  const first = field.tokens[at];
  const last = match && field.tokens[match.to - 1];
  if (!match || !first || !last) return null;
  if (isOfKin && isNobodysKin(last.text) && standsAt(kin, field.readings, match.to - 1, match.to))
    return null;
  const { first: form, reading } = match;
  if (form.pos === 'verb' && field.inner[at] === 1) return null; // "الأمير فيصل": a name, no "so he arrives"
  if (form.pos === 'verb' && entry.tier === 't' && governing.has(field.tokens[at - 1]?.key ?? ''))
    return null;
  return { entry, from: at, to: match.to, start: first.start, end: last.end, form, reading };
}

function blockingWord(sentence: Sentence, trigger: Trigger, words: WordList | null): string | null {
  if (!words) return null;
  const { readings, tokens } = sentence.field;
  const first = Math.max(sentence.from, trigger.from - blockReach);
  const last = Math.min(sentence.to, trigger.to + blockReach);
  for (let at = first; at < last; at++)
    if (standsAt(words, readings, at, last)) return `"${tokens[at]?.text}" nearby`;
  return null;
}

/** Whether the shorter words name a happening that takes the longer one: "أحرق محتجون" in "أحرق محتجون مبنى". */
const isPartOf = ({ entry: { type: longer } }: Trigger, { entry: { type: shorter } }: Trigger): boolean =>
  (longer === '?kill' && shorter === 'security_operation') ||
  (!isOpenType(longer) && !isOpenType(shorter) && absorbs(shorter, longer) && !absorbs(longer, shorter));

function covers(a: Trigger, b: Trigger): boolean {
  if (a === b || a.from > b.from || a.to < b.to || isPartOf(a, b)) return false;
  return a.to - a.from > b.to - b.from;
}
