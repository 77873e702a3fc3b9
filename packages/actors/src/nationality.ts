import { lookupKey } from '@rasid/arabic';
import { nationalities } from './data.ts';

/** Gender, number and case endings of an adjective in -ي, on the strong key. */
const endings = ['', 'ه', 'ين', 'ون', 'ان', 'ا', 'تان', 'تين', 'ات'];

/** Nationality adjective (strong key, with or without the article) to ISO 3166-1 alpha-2. */
export const countryOfAdjective: ReadonlyMap<string, string> = index();

function index(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { country, stems } of nationalities) {
    for (const stem of stems.filter((each) => !each.includes(' '))) {
      for (const ending of endings) {
        const key = lookupKey(stem) + ending;
        if (!found.has(key)) found.set(key, country);
        if (!found.has(`ال${key}`)) found.set(`ال${key}`, country);
      }
    }
  }
  return found;
}
