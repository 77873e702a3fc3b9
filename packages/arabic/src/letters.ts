/** What a character becomes in the canonical form: itself, another character, nothing, or several. */
const DROP = 0;

/** Canonical code by UTF-16 code; 0 drops the character, 0xffff looks it up in `expansions`. */
export const lightTable = new Uint16Array(65_536);
export const EXPAND = 0xffff;
export const expansions = new Map<number, string>();

/** Second step, for lookup keys only. */
export const strongTable = new Uint16Array(65_536);

for (let code = 0; code < 65_536; code++) {
  lightTable[code] = code;
  strongTable[code] = code;
}

const drop = (from: number, to = from) => {
  for (let code = from; code <= to; code++) lightTable[code] = DROP;
};
const set = (table: Uint16Array, pairs: Record<string, string>) => {
  for (const [from, to] of Object.entries(pairs))
    for (const letter of from) table[letter.charCodeAt(0)] = to.charCodeAt(0);
};

drop(0x00, 0x08);
drop(0x0e, 0x1f);
drop(0x7f, 0x9f);
drop(0xad); // soft hyphen
drop(0x0610, 0x061a); // signs above
drop(0x061c); // Arabic letter mark
drop(0x0640); // tatweel
drop(0x064b, 0x065f); // harakat; 0653-0655 are composed before this is asked
drop(0x0670); // superscript alef
drop(0x06d6, 0x06dc);
drop(0x06df, 0x06e8);
drop(0x06ea, 0x06ed);
drop(0x200b, 0x200f); // zero width, direction marks
drop(0x202a, 0x202e);
drop(0x2060, 0x2064);
drop(0x2066, 0x206f);
drop(0xfe00, 0xfe0f); // variation selectors
drop(0xfeff);

// Persian, Urdu and Kurdish letters that Arabic news uses for names (Unicode names beside)
set(lightTable, {
  '\u06a9\u06aa': '\u0643', // keheh, swash kaf -> kaf
  '\u06cc\u06d0\u06ce': '\u064a', // farsi yeh, e, yeh with small v -> yeh
  '\u06af': '\u0643', // gaf -> kaf
  '\u067e': '\u0628', // peh -> beh
  '\u0686': '\u062c', // tcheh -> jeem
  '\u0698': '\u0632', // jeh -> zain
  '\u06a4': '\u0641', // veh -> feh
  '\u06c0\u06d5\u06c1\u06be': '\u0647', // heh with yeh above, ae, heh goal, heh doachashmee -> heh
  '\u06c6': '\u0648', // oe -> waw
  '\u0671': '\u0627', // alef wasla
  '\u060c': ',',
  '\u061b': ';',
  '\u061f': '?',
  '\u066a': '%',
  '\u066b': '.',
  '\u066c': ',',
  '\u00ab\u00bb\u201c\u201d\u201e\u2033': '"',
  '\u2018\u2019\u201a\u2032': "'",
  '\u2010\u2011\u2012\u2013\u2014\u2212': '-',
  '\u000b\u000c\u0085\u2028\u2029': '\n',
  '\u0009\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000': ' ',
});
for (let digit = 0; digit < 10; digit++) {
  lightTable[0x0660 + digit] = 0x30 + digit;
  lightTable[0x06f0 + digit] = 0x30 + digit;
}
// Presentation forms carry their letters in the compatibility decomposition
for (const [from, to] of [
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
  [0xff01, 0xff5e],
] as const) {
  for (let code = from; code <= to; code++) {
    const plain = String.fromCharCode(code).normalize('NFKC');
    if (plain === String.fromCharCode(code)) continue;
    expansions.set(code, plain);
  }
}

// What a form expands to is canonical itself: marks dropped, digits and punctuation mapped
for (const [code, plain] of expansions) {
  const light = [...plain].map((letter) => lightTable[letter.charCodeAt(0)] ?? 0).filter((to) => to !== DROP);
  const text = String.fromCharCode(...light).trim();
  expansions.set(code, text);
}
for (const code of expansions.keys()) lightTable[code] = EXPAND;

/** The same with 0 for every character that needs more than a look into the table: dropped, expanded, the asterisk. */
export const plainTable = lightTable.slice();
for (const code of [...expansions.keys(), 0x2a, EXPAND]) plainTable[code] = 0; // EXPAND itself is no character

set(strongTable, {
  '\u0623\u0625\u0622\u0671': '\u0627', // alef with hamza above, below, madda, wasla -> alef
  '\u0624': '\u0648', // waw with hamza -> waw
  '\u0626\u0649': '\u064a', // yeh with hamza, alef maksura -> yeh
  '\u0629': '\u0647', // teh marbuta -> heh
});

/** Arabic letters, without marks and digits. */
export const isArabicLetter = (code: number): boolean =>
  (code >= 0x0620 && code <= 0x063f) ||
  (code >= 0x0641 && code <= 0x064a) ||
  (code >= 0x066e && code <= 0x066f) ||
  (code >= 0x0671 && code <= 0x06d3) ||
  code === 0x06d5 ||
  (code >= 0x06ee && code <= 0x06ef) ||
  (code >= 0x06fa && code <= 0x06ff) ||
  (code >= 0x0750 && code <= 0x077f) ||
  (code >= 0xfb50 && code <= 0xfdfb) ||
  (code >= 0xfe70 && code <= 0xfefc);

const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f);

export const classes = { other: 0, letter: 1, digit: 2, space: 3 } as const;

/** What a canonical code unit is to the tokeniser. */
export const classTable = new Uint8Array(65_536);
for (let code = 0x21; code < 65_536; code++)
  if (isArabicLetter(code) || isLatin(code)) classTable[code] = classes.letter;
for (const [from, to] of [
  [0x250, 0xd7ff], // halves of surrogate pairs stand behind
  [0xe000, 0xffff],
] as const) {
  // one search through all characters: asking for each of them takes a tenth of a start
  const codes = Uint16Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const characters = Buffer.from(codes.buffer).toString('utf16le');
  for (const { 0: letters, index } of characters.matchAll(/\p{L}+/gu))
    classTable.fill(classes.letter, from + index, from + index + letters.length);
}
for (let code = 0x30; code <= 0x39; code++) classTable[code] = classes.digit;
for (const code of [0x20, 0x0a, 0x0d, 0x09]) classTable[code] = classes.space;
