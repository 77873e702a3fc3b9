import type { Candidate } from './candidates.ts';
import { type Standing, surroundingsModel } from './learned.ts';
import type { Sentence } from './reading.ts';
import { wordAt } from './wording.ts';

const reach = 4; // words on either side of a trigger
const mentionsRead = 3; // the later ones of an incident repeat it

type Tell = (standing: Standing, word: string, isLater: boolean) => void;

/** What stands around the triggers of an incident: the words before and after, where in its sentence, which rule. */
export function surroundingsOf(mentions: readonly Candidate[]): string[] {
  const clues = new Set<string>();
  tellSurroundings(mentions, (standing, word, isLater) =>
    clues.add(`${isLater ? 'm' : ''}${standing}${word}`),
  );
  return [...clues];
}

function tellSurroundings(mentions: readonly Candidate[], tell: Tell): void {
  const most = Math.min(mentions.length, mentionsRead);
  for (let index = 0; index < most; index++) {
    const { sentence, trigger, type } = mentions[index] as Candidate; // below `most`
    const isLater = index > 0;
    if (trigger.from === sentence.from) tell('<', 'begin', isLater);
    tellAside(sentence, trigger.from - 1, before, isLater, tell);
    tellAside(sentence, trigger.to, after, isLater, tell);
    tell('depth ', depthOf(trigger.from - sentence.from), isLater);
    tell('zone ', sentence.zone, isLater);
    tell('!!', trigger.entry.id, isLater);
    tell('!', type, isLater);
    tell('word ', sentence.field.tokens[trigger.from]?.key ?? '', isLater);
  }
}

const depthOf = (words: number): string => (words < 3 ? '0' : words < 8 ? '1' : words < 15 ? '2' : '3');

const before = { step: -1, marks: '<, ', nearest: '<1 ', others: '<4 ', all: '<' } as const;
const after = { step: 1, marks: '>, ', nearest: '>1 ', others: '>4 ', all: null } as const;

/** The words on one side of a trigger, nearest first: the nearest apart from the others. */
function tellAside(
  { field, from, to }: Sentence,
  start: number,
  side: typeof before | typeof after,
  isLater: boolean,
  tell: Tell,
): void {
  for (let at = start, steps = 0; at >= from && at < to && steps < reach; at += side.step, steps++) {
    const token = field.tokens[at];
    if (token?.kind === 'punctuation') tell(side.marks, `${steps}`, isLater);
    const word = wordAt(token);
    if (!word) continue;
    const standing = steps === 0 ? side.nearest : side.others;
    tell(standing, word.stem, isLater);
    if (side.all) tell(side.all, word.stem, isLater);
    if (word.narrow) tell(standing, word.narrow, isLater);
  }
}

let readings = 0; // marks what one reading has met, as in likeness.ts

/** How much the surroundings of an incident speak for it: log odds of a logistic regression over the known clues. */
export function supportOf(mentions: readonly Candidate[]): number {
  const { bias, first, later } = surroundingsModel;
  const reading = ++readings;
  let sum = 0;
  let known = 0;
  tellSurroundings(mentions, (standing, word, isLater) => {
    const clue = (isLater ? later : first)[standing].get(word);
    if (!clue || clue.met === reading) return;
    clue.met = reading;
    sum += clue.weight;
    known++;
  });
  return bias + sum / Math.sqrt(Math.max(1, known));
}
