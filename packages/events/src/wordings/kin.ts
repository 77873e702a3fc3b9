const levelled = /(?<!زوج|خادم)\u0629$/u; // ends in a teh marbuta, and is no "wife" or "maid"

/** "مقتل طفلة" is not "مقتل طفله": levelled letters write a girl, a friend or a nation like somebody's kin. */
export const isNobodysKin = (word: string): boolean => levelled.test(word);
