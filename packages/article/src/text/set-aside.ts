import { boxEffectOf } from './boxes.ts';
import type { Block, Scope, Survey } from './survey.ts';

const nearlyAll = 0.6; // of the page's weight: then the name of the element is an accident

/** Marks the blocks of junk scopes; a scope that holds nearly all of the page's text is none, whatever it is called. */
export function setAside({ blocks, scopes }: Survey): void {
  const sums = new Float64Array(blocks.length + 1);
  blocks.forEach((block, at) => {
    sums[at + 1] = (sums[at] ?? 0) + block.weight;
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
  setCommentsAside(blocks, scopes);
}

const maxHeading = 40; // letters
const comments = /عليق|رد|رأي|omment|eply/;

/** What stands under a heading of comments, in whatever box, is what readers wrote. */
function setCommentsAside(blocks: readonly Block[], scopes: readonly Scope[]): void {
  let hasText = false;
  blocks.forEach(({ text, scope, junkScope }, at) => {
    if (junkScope >= 0) return;
    if (text.length > maxHeading) hasText = true;
    else if (hasText && comments.test(text) && boxEffectOf(text) === 'stop') {
      const holder = scopes[scope]?.parent ?? -1;
      const last = scopes[holder]?.last ?? 0;
      for (let next = at; next < last; next++) {
        const block = blocks[next];
        if (block) block.junkScope = holder;
      }
    }
  });
}
