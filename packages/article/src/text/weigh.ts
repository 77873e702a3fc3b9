import type { Block, Scope, Survey } from './survey.ts';
import { sentenceWeight } from './weight.ts';

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

const isLink = ({ text, linked }: Block): boolean => text.length > 9 && linked > text.length * 0.8;
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
    weights[at] = block.junkScope >= 0 ? 0 : block.weight;
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
