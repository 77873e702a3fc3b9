import { lookupKey } from '@rasid/arabic';
import { countries } from './data.ts';

/** Gender, number and case endings of an adjective in -ي, on the strong key. */
const endings = ['', 'ه', 'ين', 'ون', 'ان', 'ا', 'تان', 'تين', 'ات', 'و'];

/** Nationality adjective (strong key, without the article) to ISO 3166-1 alpha-2. */
export const nationalityOf: ReadonlyMap<string, string> = index(endings, false);

/** Forms that name people (without the article): plurals, and plurals of their own like "أتراك". */
export const peopleOf: ReadonlyMap<string, string> = index(['ين', 'ون', 'ان', 'ات'], true);

function index(suffixes: readonly string[], withPeoples: boolean): Map<string, string> {
  const found = new Map<string, string>();
  const add = (key: string, country: string) => {
    if (!found.has(key)) found.set(key, country);
  };
  for (const { country, stems, peoples } of countries) {
    for (const stem of stems.filter((each) => !each.includes(' ')))
      for (const suffix of suffixes) add(lookupKey(stem) + suffix, country);
    if (withPeoples) for (const each of peoples) add(lookupKey(each), country);
  }
  return found;
}
