/** Letters that look alike or are easily confused in code, by their names. */
export const alef = '\u0627';
export const hamza = '\u0621';
export const alefMadda = '\u0622';
export const alefHamza = '\u0623';
export const wawHamza = '\u0624';
export const yehHamza = '\u0626';
export const tehMarbuta = '\u0629';
export const maksura = '\u0649';
export const yeh = '\u064a';
export const waw = '\u0648';
export const teh = '\u062a';
export const noon = '\u0646';
