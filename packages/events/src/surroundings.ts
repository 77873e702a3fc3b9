import type { Candidate } from './candidates.ts';
import { families, surroundingsModel } from './learned.ts';
import type { Sentence } from './reading.ts';
import { stemAt } from './wording.ts';

const reach = 4; // words on either side of a trigger
const mentionsRead = 3; // the later ones of an incident repeat it

/** What stands around the triggers of an incident: the words before and after, where in its sentence, which rule. */
export function surroundingsOf(mentions: readonly Candidate[]): string[] {
  const clues = new Set<string>();
  for (const [index, { sentence, trigger, type }] of mentions.slice(0, mentionsRead).entries()) {
    const add = (clue: string) => clues.add(index === 0 ? clue : `m${clue}`);
    if (trigger.from === sentence.from) add('<begin');
    aside(sentence, trigger.from - 1, -1, '<', add);
    aside(sentence, trigger.to, 1, '>', add);
    const depth = trigger.from - sentence.from;
    add(`depth ${depth < 3 ? 0 : depth < 8 ? 1 : depth < 15 ? 2 : 3}`);
    add(`zone ${sentence.zone}`);
    add(`!!${trigger.entry.id}`);
    add(`!${type}`);
    add(`word ${sentence.field.tokens[trigger.from]?.key}`);
  }
  return [...clues];
}

/** The words on one side of a trigger, nearest first: the nearest apart from the others. */
function aside(
  { field, from, to }: Sentence,
  start: number,
  step: 1 | -1,
  sign: string,
  add: (clue: string) => void,
): void {
  for (let at = start, steps = 0; at >= from && at < to && steps < reach; at += step, steps++) {
    const token = field.tokens[at];
    if (token?.kind === 'punctuation') {
      add(`${sign}, ${steps}`);
      continue;
    }
    const stem = stemAt(token);
    if (!stem) continue;
    const near = steps === 0 ? 1 : reach;
    add(`${sign}${near} ${stem}`);
    if (sign === '<') add(`<${stem}`);
    const narrow = families.get(stem)?.[1];
    if (narrow) add(`${sign}${near} ${narrow}`);
  }
}

/** How much the surroundings of an incident speak for it: log odds of a logistic regression over the known clues. */
export function supportOf(mentions: readonly Candidate[]): number {
  const { bias, weights } = surroundingsModel;
  let sum = 0;
  let known = 0;
  for (const clue of surroundingsOf(mentions)) {
    const weight = weights.get(clue);
    if (weight === undefined) continue;
    sum += weight;
    known++;
  }
  return bias + sum / Math.sqrt(Math.max(1, known));
}
