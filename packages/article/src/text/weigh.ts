import type { Block, Scope, Survey } from './survey.ts';

/** What the blocks of a page weigh, and the sums of any scope in constant time. */
export type Weighed = {
  weights: Float64Array;
  weightIn: (scope: Scope) => number;
  /** Letters of blocks that weigh something. */
  proseIn: (scope: Scope) => number;
  /** Letters of all blocks that are not set aside. */
  lettersIn: (scope: Scope) => number;
  /** Blocks that are one link. */
  linksIn: (scope: Scope) => number;
  /** Main headings. */
  headingsIn: (scope: Scope) => number;
  /** Blocks that weigh as much as a sentence. */
  paragraphsIn: (scope: Scope) => number;
};

const minParagraph = 25; // letters; shorter blocks prove nothing
const stops = /[.!?\u061f\u060c,\u061b;:\u3002\u3001]/g;
const maxMarks = 10;
const maxLength = 30; // hundreds of letters: a text without paragraphs is still one text

/** How much a block speaks for what holds it: letters, sentences, few links. */
export function weightOf(block: Block): number {
  const { length } = block.text;
  if (length < minParagraph || block.tag === 'h1') return 0;
  const density = Math.min(1, block.linked / length);
  if (density > 0.5) return 0;
  const marks = block.text.match(stops)?.length ?? 0;
  const isHeading = block.tag.length === 2 && block.tag.charCodeAt(0) === 0x68; // h1 to h6, hr never holds text
  const weight = 1 + Math.min(marks, maxMarks) + Math.min(length / 100, maxLength);
  return (isHeading ? weight * 0.4 : weight) * (1 - density);
}

const isLink = ({ text, linked }: Block): boolean => text.length > 9 && linked > text.length * 0.8;
/** Weight of a line of 60 letters with a mark, or of 130 without. */
export const sentenceWeight = 2.3;

/** `correct` may change the weights before they are summed. */
export function weigh(survey: Survey, correct?: (weights: Float64Array) => void): Weighed {
  const { blocks } = survey;
  const weights = new Float64Array(blocks.length);
  const sum = (amount: (block: Block, weight: number) => number) => {
    const sums = new Float64Array(blocks.length + 1);
    blocks.forEach((block, at) => {
      sums[at + 1] = (sums[at] ?? 0) + (block.junkScope >= 0 ? 0 : amount(block, weights[at] ?? 0));
    });
    return (scope: Scope) => (sums[scope.last] ?? 0) - (sums[scope.first] ?? 0);
  };
  blocks.forEach((block, at) => {
    weights[at] = block.junkScope >= 0 ? 0 : weightOf(block);
  });
  correct?.(weights);
  return {
    weights,
    weightIn: sum((_, weight) => weight),
    proseIn: sum((block, weight) => (weight > 0 ? block.text.length : 0)),
    lettersIn: sum((block) => block.text.length),
    linksIn: sum((block) => (isLink(block) ? 1 : 0)),
    headingsIn: sum((block) => (block.tag === 'h1' ? 1 : 0)),
    paragraphsIn: sum((_, weight) => (weight >= sentenceWeight ? 1 : 0)),
  };
}
