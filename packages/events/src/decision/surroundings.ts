import type { Candidate } from '../candidates.ts';
import type { Sentence } from '../text/reading.ts';
import {
  type Aside,
  cluesBeside,
  knownBeside,
  type Place,
  type Standing,
  surroundingsModel,
  type Word,
} from './learned.ts';
import { wordAt } from './wording.ts';

const reach = 4; // words on either side of a trigger
const mentionsRead = 3; // the later ones of an incident repeat it

/** Takes what stands around a trigger: words with their place, and all else as the clue it is. */
type Tell = {
  word: (word: Word, place: Place, isLater: boolean) => void;
  clue: (standing: Standing, text: string, isLater: boolean) => void;
};

/** What stands around the triggers of an incident: the words before and after, where in its sentence, which rule. */
export function surroundingsOf(mentions: readonly Candidate[]): string[] {
  const clues = new Set<string>();
  const add = (standing: Standing, text: string, isLater: boolean) =>
    clues.add(`${isLater ? 'm' : ''}${standing}${text}`);
  tellSurroundings(mentions, {
    word: (word, place, isLater) => {
      for (const [standing, text] of cluesBeside(word, place)) add(standing, text, isLater);
    },
    clue: add,
  });
  return [...clues];
}

function tellSurroundings(mentions: readonly Candidate[], tell: Tell): void {
  const most = Math.min(mentions.length, mentionsRead);
  for (let index = 0; index < most; index++) {
    const { sentence, trigger, type } = mentions[index] as Candidate; // below `most`
    const isLater = index > 0;
    if (trigger.from === sentence.from) tell.clue('<', 'begin', isLater);
    tellAside(sentence, trigger.from - 1, before, isLater, tell);
    tellAside(sentence, trigger.to, after, isLater, tell);
    tell.clue('depth ', depthOf(trigger.from - sentence.from), isLater);
    tell.clue('zone ', sentence.zone, isLater);
    tell.clue('!!', trigger.entry.id, isLater);
    tell.clue('!', type, isLater);
    tell.clue('word ', sentence.field.tokens[trigger.from]?.key ?? '', isLater);
  }
}

const depthOf = (words: number): string => (words < 3 ? '0' : words < 8 ? '1' : words < 15 ? '2' : '3');

type Side = { step: 1 | -1; marks: Standing; nearest: Place; others: Place };
const before: Side = {
  step: -1,
  marks: '<, ',
  nearest: { number: 0, standing: '<1 ', also: '<' },
  others: { number: 1, standing: '<4 ', also: '<' },
};
const after: Side = {
  step: 1,
  marks: '>, ',
  nearest: { number: 2, standing: '>1 ', also: null },
  others: { number: 3, standing: '>4 ', also: null },
};

/** The words on one side of a trigger, nearest first: the nearest apart from the others. */
function tellAside(
  { field, from, to }: Sentence,
  start: number,
  { step, marks, nearest, others }: Side,
  isLater: boolean,
  tell: Tell,
): void {
  for (let at = start, steps = 0; at >= from && at < to && steps < reach; at += step, steps++) {
    const token = field.tokens[at];
    if (token?.kind === 'punctuation') tell.clue(marks, `${steps}`, isLater);
    const word = wordAt(token);
    if (word) tell.word(word, steps === 0 ? nearest : others, isLater);
  }
}

let readings = 0; // marks what one reading has met, as in likeness.ts

/** How much the surroundings of an incident speak for it: log odds of a logistic regression over the known clues. */
export function supportOf(mentions: readonly Candidate[]): number {
  const { bias, first, later } = surroundingsModel;
  const reading = ++readings;
  let sum = 0;
  let known = 0;
  const add = (clue: Aside | undefined) => {
    if (!clue || clue.met === reading) return;
    clue.met = reading;
    sum += clue.weight;
    known++;
  };
  tellSurroundings(mentions, {
    word: (word, place, isLater) => {
      for (const clue of knownBeside(word, place, isLater)) add(clue);
    },
    clue: (standing, text, isLater) => add((isLater ? later : first)[standing].get(text)),
  });
  return bias + sum / Math.sqrt(Math.max(1, known));
}
