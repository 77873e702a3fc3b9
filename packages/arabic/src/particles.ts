import { hashWord } from './word-hash.ts';

/** Particles in the forms they are written, tried only when the rest is a known first word; longest first. */
const written = [
  ...[
    'وبال',
    'فبال',
    'وكال',
    'ولل',
    'فلل',
    'وال',
    'بال',
    'فال',
    'كال',
    'لل',
    'وب',
    'ول',
    'وك',
    'فب',
    'فل',
    'ال',
  ],
  ...['و', 'ف', 'ب', 'ل', 'ك', 'س'],
];

/** "للقوات" and "بالقوات" hide the article of القوات; "القوات" itself is the whole word. */
const beforeArticle = (text: string): string =>
  text.endsWith('لل') ? text.slice(0, -1) : text !== 'ال' && text.endsWith('ال') ? text.slice(0, -2) : '';

/** How the first word of a phrase is read: without the letters of a particle, with ال before what is left or not. */
export type Way = { particle: string; codes: Uint16Array; hash: number; hasArticle: boolean };

const wayOf = (text: string, particle: string): Way => ({
  particle,
  codes: Uint16Array.from(text, (letter) => letter.charCodeAt(0)),
  hash: hashWord(text),
  hasArticle: particle !== text,
});
export const asWritten = wayOf('', '');
const ways = written.flatMap((text) => {
  const left = beforeArticle(text);
  return left ? [wayOf(text, text), wayOf(text, left)] : [wayOf(text, text)];
});

const letters = 'وفبلكسا'; // all that particles begin with or have as their second letter
const numbers = new Uint8Array(0x100); // of the Arabic block
for (const [at, letter] of [...letters].entries()) numbers[letter.charCodeAt(0) & 0xff] = at + 1;
const numberOf = (code: number): number => (code >> 8 === 0x06 ? (numbers[code & 0xff] as number) : 0);

const waysBy: Way[][] = [];
for (const first of ['', ...letters])
  for (const second of ['', ...letters])
    waysBy.push(
      ways.filter(({ codes }) => {
        const [one, two] = [...String.fromCharCode(...codes)];
        return one === first && (two === undefined || two === second);
      }),
    );

/** The ways to read a word that begins with these two letters, besides as it is written; longer particles first. */
export const waysToRead = (first: number, second: number): readonly Way[] =>
  waysBy[numberOf(first) * (letters.length + 1) + numberOf(second)] as Way[]; // one for every two numbers

export const articleHash = hashWord('ال');
