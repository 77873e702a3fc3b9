import { lexicon } from '../dist/data.js';

/** The types in the order of the weights. */
export const types = [...new Set(lexicon.map(({ type }) => type))]
  .filter((type) => !type.startsWith('?'))
  .sort();

const leastWeight = 0.05; // log odds: less changes no decision
const leastOfOpening = 0.15; // it has some hundreds of clues
const round = (value) => Math.round(value * 100) / 100;
const isText = (clue) => !/[\t\n]/.test(clue);

export function wordingText({ bias, weights }) {
  const lines = [...weights]
    .filter(([clue]) => isText(clue))
    .map(([clue, row]) => [
      clue,
      ...[...row].flatMap((weight, at) =>
        Math.abs(weight) >= leastWeight ? [`${at}:${round(weight)}`] : [],
      ),
    ])
    .filter(({ length }) => length > 1)
    .map((cells) => cells.join('\t'))
    .sort();
  return [
    '# written by scripts/fit.mjs: what a sentence is worded with, and how much it speaks for each type (log odds)',
    ['types', ...types].join('\t'),
    ['bias', ...[...bias].map(round)].join('\t'),
    ...lines,
    '',
  ].join('\n');
}

export const relevanceText = (learnt) =>
  weightsText(
    'how an article opens, and how much it speaks for one that tells events',
    learnt,
    leastOfOpening,
  );

export const surroundingsText = (learnt) =>
  weightsText('what stands around a trigger, and how much it speaks for an event', learnt);

function weightsText(what, { bias, weights }, least = leastWeight) {
  const lines = [...weights]
    .filter(([clue, weight]) => isText(clue) && Math.abs(weight) >= least)
    .map(([clue, weight]) => `${clue}\t${round(weight)}`)
    .sort();
  return [`# written by scripts/fit.mjs: ${what} (log odds)`, `bias\t${round(bias)}`, ...lines, ''].join(
    '\n',
  );
}
