const minParagraph = 25; // letters; shorter blocks prove nothing
const maxMarks = 10;
const maxHundreds = 30; // hundreds of letters: a text without paragraphs is still one text
const stops = /[.!?\u061f\u060c,\u061b;:\u3002\u3001]/g;

/** Weight of a line of 60 letters with a mark, or of 130 without. */
export const sentenceWeight = 2.3;

/** How much a block speaks for what holds it: letters, sentences, few links. */
export function weightOf(text: string, tag: string, linked: number): number {
  const { length } = text;
  if (length < minParagraph || tag === 'h1') return 0;
  const density = Math.min(1, linked / length);
  if (density > 0.5) return 0;
  const isHeading = tag.length === 2 && tag.charCodeAt(0) === 0x68; // h2 to h6, hr never holds text
  const weight = 1 + marksIn(text) + Math.min(length / 100, maxHundreds);
  return (isHeading ? weight * 0.4 : weight) * (1 - density);
}

function marksIn(text: string): number {
  stops.lastIndex = 0;
  let marks = 0;
  while (marks < maxMarks && stops.test(text)) marks++;
  return marks;
}
