/** Words of every Arabic text, and the article before a word: what a wrong table never yields. */
const frequent =
  /(?<![\u0600-\u06ff])(?:في|من|على|إلى|أن|إن|عن|مع|هذا|هذه|التي|الذي|ما|لا|كان|قال|بعد|ب?ال[\u0621-\u064a]{3,}|وال[\u0621-\u064a]{3,}|لل[\u0621-\u064a]{3,})(?![\u0600-\u06ff])/g;
/** Letters that do not stand beside Arabic ones: accented Latin, boxes of DOS, controls, what could not be decoded. */
const odd = /[\u0621-\u064a][\u0080-\u009f\u00c0-\u024f\u2500-\u25ff\ufffd]|\ufffd/g;

/** How much a text looks like Arabic: the more the better, and below zero not at all. */
export function plausibility(text: string): number {
  const hits = text.match(frequent)?.length ?? 0;
  return hits * 4 - (text.match(odd)?.length ?? 0);
}
