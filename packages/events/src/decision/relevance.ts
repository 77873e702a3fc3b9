import { read } from '../data.ts';
import type { Sentence } from '../text/reading.ts';
import type { ReadSentence } from '../wordings/heads.ts';
import type { Word } from './learned.ts';
import { wordsOf } from './wording.ts';

const openingSentences = 5; // with the title; of 2 to 12 the best on articles kept apart

type Zone = Sentence['zone'];
/** Takes what an article opens with: words, and all else as the clue it is, each with where it stands. */
type Tell = { word: (word: Word, zone: Zone) => void; clue: (clue: string, zone: Zone) => void };

/**
 * What an article opens with: its words and the rules that match. A sport page and a report of a strike share many a word
 * of the body; they seldom open alike.
 */
function tellOpening(read: readonly ReadSentence[], tell: Tell): void {
  const most = Math.min(read.length, openingSentences);
  for (let at = 0; at < most; at++) {
    const { sentence, typed } = read[at] as ReadSentence; // below `most`
    const { zone } = sentence;
    for (const word of wordsOf(sentence)) tell.word(word, zone);
    for (const { trigger, type } of typed) {
      tell.clue(`!${type}`, zone);
      tell.clue(`!!${trigger.entry.id}`, zone);
    }
  }
}

/** The clues of an opening, those of title and lead once more for themselves. */
export function cluesOfOpening(read: readonly ReadSentence[]): Set<string> {
  const clues = new Set<string>();
  const clue = (text: string, zone: Zone) => {
    clues.add(text);
    if (zone !== 'body') clues.add(inZone(zone, text));
  };
  tellOpening(read, { word: ({ stem }, zone) => clue(stem, zone), clue });
  return clues;
}

const inZone = (zone: Zone, clue: string): string => `${zone}:${clue}`;

let readings = 0; // marks what one reading has met, since words come again

/** How much an article that opens like this is one that tells events: log odds of a logistic regression over known clues. */
export function relevanceOf(read: readonly ReadSentence[]): number {
  const { bias, clues } = relevanceModel;
  const reading = ++readings;
  let sum = 0;
  let known = 0;
  const add = (clue: Clue | null | undefined) => {
    if (!clue || clue.met === reading) return;
    clue.met = reading;
    sum += clue.weight;
    known++;
  };
  tellOpening(read, {
    word: (word, zone) => {
      const opening = openingOf(word);
      add(opening.body);
      if (zone !== 'body') add(opening[zone]);
    },
    clue: (text, zone) => {
      add(clues.get(text));
      if (zone !== 'body') add(clues.get(inZone(zone, text)));
    },
  });
  return bias + sum / Math.sqrt(Math.max(1, known));
}

/** A clue: how much it speaks for an article that tells events, and which reading met it last. */
type Clue = { weight: number; met: number };
type Clues = ReadonlyMap<string, Clue>;
/** What is known of a word anywhere in an opening, in a title and in a lead. */
export type Opening = Record<Zone, Clue | null> & { clues: Clues };

/** Looked up once a word. */
function openingOf(word: Word): Opening {
  const { clues } = relevanceModel;
  if (word.opening?.clues === clues) return word.opening;
  const known = (clue: string) => clues.get(clue) ?? null;
  const { stem } = word;
  word.opening = {
    clues,
    body: known(stem),
    title: known(inZone('title', stem)),
    lead: known(inZone('lead', stem)),
  };
  return word.opening;
}

type RelevanceModel = { bias: number; clues: Clues };
type Taught = { bias: number; weights: Iterable<readonly [clue: string, weight: number]> };

/** data/relevance.tsv: a line of the bias, then a clue and its weight. Taught anew only by scripts/fit.mjs while it fits. */
const relevanceModel: RelevanceModel = readRelevance(read('relevance.tsv'));

/** Replaces what is known of openings. */
export function teachRelevance(taught: Taught): void {
  Object.assign(relevanceModel, modelOf(taught));
}

function modelOf({ bias, weights }: Taught): RelevanceModel {
  return { bias, clues: new Map(Array.from(weights, ([clue, weight]) => [clue, { weight, met: 0 }])) };
}

function readRelevance([bias = '', ...lines]: string[]): RelevanceModel {
  const weights = lines.map((line) => {
    const [clue = '', weight] = line.split('\t');
    return [clue, Number(weight)] as const;
  });
  return modelOf({ bias: Number(bias.split('\t')[1]), weights });
}
