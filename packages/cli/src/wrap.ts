import { widthOf } from './terminal.ts';

const fsi = '\u2068'; // first-strong isolate
const pdi = '\u2069'; // its end

/**
 * Breaks a text at its spaces into lines of so many columns. Each line closes the colours and isolates it opened and the
 * next opens them again, so that a line stands for itself: terminals order letters line by line.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  let open: string[] = []; // in the order they were opened
  for (const word of text.split(' ')) {
    const own = widthOf(word);
    if (width > 0 && width + 1 + own > columns) {
      lines.push(line + closing(open));
      line = open.join('') + word;
      width = own;
    } else {
      line += width > 0 || line !== '' ? ` ${word}` : word;
      width += width > 0 ? own + 1 : own;
    }
    open = openAfter(open, word);
  }
  return [...lines, line];
}

/** What a word leaves open of what was open before it and what it opens itself. */
function openAfter(open: readonly string[], word: string): string[] {
  let left = [...open];
  for (const [mark] of word.matchAll(/\u001b\[\d+m|[\u2068\u2069]/g)) {
    if (mark === fsi) left.push(mark);
    else if (mark === pdi) left.splice(left.lastIndexOf(fsi), left.includes(fsi) ? 1 : 0);
    else if (mark === '\u001b[0m') left = left.filter((each) => each === fsi);
    else left.push(mark);
  }
  return left;
}

const closing = (open: readonly string[]): string =>
  (open.some((mark) => mark.startsWith('\u001b')) ? '\u001b[0m' : '') +
  pdi.repeat(open.filter((mark) => mark === fsi).length);

/** Cuts a text to so many columns, its colours and isolates closed. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  for (const part of text.match(/\u001b\[\d+m|./gsu) ?? []) {
    if (widthOf(kept + part) >= columns && !part.startsWith('\u001b') && widthOf(part) > 0) break;
    kept += part;
  }
  return `${kept}…${closing(openAfter([], kept))}`;
}
