import { lookupKey } from '@rasid/arabic';
import type { Source } from '@rasid/sources';

/** Whether an item of these categories at this address is read of a source. Exclusion wins over inclusion. */
export function sectionFilter({ sections }: Pick<Source, 'sections'>) {
  const include = sections.include.map(ruleOf);
  const exclude = sections.exclude.map(ruleOf);
  return (url: string | null, categories: readonly string[]): boolean => {
    if (include.length === 0 && exclude.length === 0) return true;
    const item = { path: url === null ? '' : pathOf(url), categories: new Set(categories.map(nameOf)) };
    if (exclude.some((matches) => matches(item))) return false;
    return include.length === 0 || include.some((matches) => matches(item));
  };
}

type Item = { path: string; categories: ReadonlySet<string> };

/** A rule that begins with "/" is a part of the path, any other a category, in whatever spelling. */
function ruleOf(rule: string): (item: Item) => boolean {
  if (rule.startsWith('/')) {
    const part = pathOf(rule).toLowerCase();
    return ({ path }) => path.toLowerCase().includes(part);
  }
  const name = nameOf(rule);
  return ({ categories }) => categories.has(name);
}

const nameOf = (text: string): string => lookupKey(text).trim().toLowerCase();

/** The path as people read it: Arabic letters instead of percent signs. */
function pathOf(address: string): string {
  const { pathname } = new URL(address, 'https://rule.invalid');
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname; // a percent sign that encodes nothing
  }
}
