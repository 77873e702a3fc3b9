import { isObject, type JsonObject } from './json.ts';

const maxNodes = 20_000; // a walk over hostile data ends
const maxList = 500;

/** Appends the objects of a JSON-LD block, flat: lists, graphs, what a page is mainly about. */
export function collectLinked(root: unknown, into: JsonObject[]): void {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < maxNodes; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, maxList));
    else if (isObject(value)) {
      into.push(value);
      if (value['@graph']) queue.push(value['@graph']);
      for (const inner of [value.mainEntity, value.mainEntityOfPage]) if (isObject(inner)) queue.push(inner);
    }
  }
}

const articleType = /article|posting|report|^opinion|review$/i;

/** Whether an object is of a type, by itself or in a list. */
export function hasType(object: JsonObject, pattern: RegExp): boolean {
  const type = object['@type'];
  return [type].flat().some((name) => typeof name === 'string' && pattern.test(name));
}

/** The JSON-LD object that is the article; of several the one with most to say. */
export function articleObject(linked: readonly JsonObject[]): JsonObject | null {
  let best: JsonObject | null = null;
  for (const object of linked) {
    if (!hasType(object, articleType)) continue;
    if (best === null || Object.keys(object).length > Object.keys(best).length) best = object;
  }
  return best;
}

/** Names of the site in JSON-LD: its publisher, its WebSite. */
export function siteNames(linked: readonly JsonObject[]): string[] {
  return linked.flatMap((object) => {
    const named = hasType(object, /^(?:WebSite|NewsMediaOrganization|Organization)$/i) ? [object] : [];
    return [...named, object.publisher].flatMap((site) =>
      isObject(site) && typeof site.name === 'string' ? site.name : [],
    );
  });
}
