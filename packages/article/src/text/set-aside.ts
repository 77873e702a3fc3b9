import type { Survey } from './survey.ts';
import { weightOf } from './weigh.ts';

const nearlyAll = 0.6; // of the page's weight: then the name of the element is an accident

/** Marks the blocks of junk scopes; a scope that holds nearly all of the page's text is none, whatever it is called. */
export function setAside({ blocks, scopes }: Survey): void {
  const sums = new Float64Array(blocks.length + 1);
  blocks.forEach((block, at) => {
    sums[at + 1] = (sums[at] ?? 0) + weightOf(block);
  });
  const total = sums[blocks.length] ?? 0;
  const tops = new Int32Array(scopes.length);
  scopes.forEach((scope, at) => {
    const above = scope.parent < 0 ? -1 : (tops[scope.parent] ?? -1);
    const weight = (sums[scope.last] ?? 0) - (sums[scope.first] ?? 0);
    const isJunk = scope.junk !== null && weight < total * nearlyAll;
    tops[at] = above >= 0 ? above : isJunk ? at : -1;
  });
  for (const block of blocks) block.junkScope = tops[block.scope] ?? -1;
}
