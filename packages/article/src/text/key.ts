import { lookupKey } from '@rasid/arabic';

const ascii = /^[\x20-\x7e]*$/;

/** The form in which lines, titles and rules are compared: Arabic spellings folded, Latin in lower case. */
export const keyOf = (text: string): string => (ascii.test(text) ? text : lookupKey(text)).toLowerCase();
