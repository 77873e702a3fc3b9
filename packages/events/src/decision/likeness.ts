import { type EventTypeId, isOpenType, type LexiconEntry, lexicon } from '../data.ts';
import type { Sentence } from '../text/reading.ts';
import { bareReading, word } from '../wordings/forms.ts';
import type { Typed } from '../wordings/heads.ts';
import {
  type Clue,
  cluesOfStem,
  hundredths,
  hundredthsSaid,
  saidOf,
  typeSaid,
  type Word,
  wordingModel,
} from './learned.ts';
import { wordAt, wordsOf } from './wording.ts';

/** How like a sentence is to those that tell of each type: log odds, in the order of the model's types. */
export type Likeness = readonly number[];

/** What the likeness looks at: the words of a sentence, its zone, the rules that match in it. */
export const cluesOf = (sentence: Sentence, typed: readonly Typed[]): Set<string> =>
  new Set([...wordsOf(sentence).flatMap(({ stem }) => cluesOfStem(stem)), ...marksOf(sentence, typed)]);

const marksOf = ({ zone }: Sentence, typed: readonly Typed[]): string[] => [
  `zone ${zone}`,
  ...typed.flatMap(({ trigger, type }) => [`!${type}`, `!!${trigger.entry.id}`]),
];

let readings = 0; // marks what one reading has met: a sentence repeats words, and a set of its clues costs more than the sums

/**
 * One logistic regression a type over the clues of a sentence that are known; long sentences speak no louder than
 * short ones.
 */
export function likenessOf(sentence: Sentence, typed: readonly Typed[]): Likeness {
  const { bias, said, clues } = wordingModel;
  const sums = emptySums(bias.length);
  readings++;
  let known = 0;
  for (const word of wordsOf(sentence)) known += addWord(sums, said, word);
  for (const mark of marksOf(sentence, typed)) {
    const clue = clues.get(mark);
    if (clue) known += addClue(sums, said, clue);
  }
  const scale = 1 / (hundredths * Math.sqrt(Math.max(1, known)));
  const likeness: number[] = [];
  for (let type = 0; type < bias.length; type++)
    likeness.push(Math.fround((bias[type] as number) + (sums[type] as number) * scale)); // of one length
  return likeness;
}

/** Hundredths, so that no weight is divided on its own. One for all sentences: making such arrays takes longer than adding. */
let ownSums = new Int32Array(0);
function emptySums(length: number): Int32Array {
  if (ownSums.length !== length) ownSums = new Int32Array(length);
  return ownSums.fill(0);
}

/** Adds what a word says, at once if no word before it shares a clue with it; how many of its clues this reading had not met. */
function addWord(sums: Int32Array, said: Int32Array, word: Word): number {
  const { clues, row, rows } = saidOf(word);
  const count = clues.length;
  let unmet = 0;
  for (let at = 0; at < count; at++) if ((clues[at] as Clue).met !== readings) unmet++; // within bounds, as below
  if (unmet === 0) return 0;
  if (unmet < count) {
    for (let at = 0; at < count; at++) addClue(sums, said, clues[at] as Clue);
    return unmet;
  }
  for (let at = 0; at < count; at++) (clues[at] as Clue).met = readings;
  const { sums: all } = rows;
  for (let type = 0; type < sums.length; type++)
    sums[type] = (sums[type] as number) + (all[row + type] as number); // a row has every type
  return unmet;
}

/** Adds what a clue says; 1 if this reading had not met it. */
function addClue(sums: Int32Array, said: Int32Array, clue: Clue): number {
  if (clue.met === readings) return 0;
  clue.met = readings;
  for (let index = clue.from; index < clue.to; index++) {
    const entry = said[index] as number; // within the row
    const type = typeSaid(entry);
    sums[type] = (sums[type] as number) + hundredthsSaid(entry); // a type of the model
  }
  return 1;
}

/** The likeness to a type, and to the likest of the others. */
export function among(likeness: Likeness, type: EventTypeId): { own: number; rival: number } {
  const { types } = wordingModel;
  let own = 0;
  let rival = -Infinity;
  for (let index = 0; index < likeness.length; index++) {
    const value = likeness[index] as number; // within bounds
    if (types[index] === type) own = value;
    else if (value > rival) rival = value;
  }
  return { own, rival };
}

const leastLikeness = -2.5; // log odds, one in thirteen: -3.2 found more and decided worse on unread articles

/** A happening no rule reads in a sentence whose words are like those that tell of it. */
export function proposalOf(sentence: Sentence, likeness: Likeness, typed: readonly Typed[]): Typed | null {
  const { types } = wordingModel;
  let best = -1;
  let most = leastLikeness;
  for (let index = 0; index < likeness.length; index++) {
    const value = likeness[index] as number; // within bounds
    if (value <= most || typed.some(({ type }) => type === types[index])) continue;
    most = value;
    best = index;
  }
  const type = types[best];
  const entry = type && learnt.get(type);
  if (!entry) return null;
  const from = tellingWord(sentence, best);
  const token = sentence.field.tokens[from];
  if (!token) return null;
  const { start, end, key } = token;
  const trigger = { entry, from, to: from + 1, start, end, form: word, reading: bareReading(key) };
  return { trigger, type, isOpen: false, isHarm: false, taker: null };
}

/** The word that speaks most for a type, the first of equals. */
function tellingWord({ field, from, to }: Sentence, type: number): number {
  let best = from;
  let most = -Infinity;
  for (let index = from; index < to; index++) {
    const word = wordAt(field.tokens[index]);
    const weight = word && word.stem !== '#' ? weightOf(saidOf(word).stem, type) : -Infinity;
    if (weight <= most) continue;
    most = weight;
    best = index;
  }
  return best;
}

/** In hundredths of log odds. */
function weightOf(clue: Clue | null, type: number): number {
  if (!clue) return 0;
  const { said } = wordingModel;
  for (let index = clue.from; index < clue.to; index++) {
    const entry = said[index] as number; // within the row
    if (typeSaid(entry) === type) return hundredthsSaid(entry);
  }
  return 0;
}

/** What stands for a rule where none matches, by type: its parties are sought as most rules of the type seek them. */
const learnt: ReadonlyMap<EventTypeId, LexiconEntry> = new Map(
  [...rolesByType()].map(([type, roles]) => {
    const none = { pattern: '', blockedBy: [], example: '', nearMiss: null, marks: [] };
    return [type, { id: `like-${type}`, type, tier: 'l', roles: mostOf(roles), ...none }] as const;
  }),
);

/** How many rules of a type seek their parties in each way. */
function rolesByType(): Map<EventTypeId, Map<LexiconEntry['roles'], number>> {
  const byType = new Map<EventTypeId, Map<LexiconEntry['roles'], number>>();
  for (const { type, roles } of lexicon) {
    if (isOpenType(type)) continue;
    const times = byType.get(type) ?? new Map<LexiconEntry['roles'], number>();
    byType.set(type, times.set(roles, (times.get(roles) ?? 0) + 1));
  }
  return byType;
}

function mostOf(times: ReadonlyMap<LexiconEntry['roles'], number>): LexiconEntry['roles'] {
  const [usual] = [...times].sort((a, b) => b[1] - a[1]);
  return usual?.[0] ?? 'V';
}
