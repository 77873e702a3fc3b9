import { read } from '../data.ts';
import type { ReadSentence } from '../wordings/heads.ts';
import { wordsOf } from './wording.ts';

const openingSentences = 5; // with the title; of 2 to 12 the best on articles kept apart

/**
 * What an article opens with: the stems of its words and the rules that match, once for all and once for title or lead.
 * A sport page and a report of a strike share many a word of the body; they seldom open alike.
 */
export function cluesOfOpening(read: readonly ReadSentence[]): Set<string> {
  const clues = new Set<string>();
  for (const { sentence, typed } of read.slice(0, openingSentences)) {
    const zone = sentence.zone === 'body' ? null : `${sentence.zone}:`;
    const add = (clue: string) => {
      clues.add(clue);
      if (zone) clues.add(zone + clue);
    };
    for (const { stem } of wordsOf(sentence)) add(stem);
    for (const { trigger, type } of typed) {
      add(`!${type}`);
      add(`!!${trigger.entry.id}`);
    }
  }
  return clues;
}

/** How much an article that opens like this is one that tells events: log odds of a logistic regression over known clues. */
export function relevanceOf(read: readonly ReadSentence[]): number {
  const { bias, weights } = relevanceModel;
  let sum = 0;
  let known = 0;
  for (const clue of cluesOfOpening(read)) {
    const weight = weights.get(clue);
    if (weight === undefined) continue;
    sum += weight;
    known++;
  }
  return bias + sum / Math.sqrt(Math.max(1, known));
}

export type RelevanceModel = { bias: number; weights: ReadonlyMap<string, number> };

/** data/relevance.tsv: a line of the bias, then a clue and its weight. Taught anew only by scripts/fit.mjs while it fits. */
const relevanceModel: RelevanceModel = readRelevance(read('relevance.tsv'));

/** Replaces what is known of openings. */
export function teachRelevance(taught: RelevanceModel): void {
  Object.assign(relevanceModel, taught);
}

function readRelevance([bias = '', ...lines]: string[]): RelevanceModel {
  const weights = lines.map((line) => {
    const [clue = '', weight] = line.split('\t');
    return [clue, Number(weight)] as const;
  });
  return { bias: Number(bias.split('\t')[1]), weights: new Map(weights) };
}
