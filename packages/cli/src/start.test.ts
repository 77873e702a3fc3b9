import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const importing = /^(?:import|export)\s+(?!type\b)(?:[^;']*?\sfrom\s+)?'([^']+)'/gm;

/** Packages that are loaded as soon as a module is: those of its imports, and of the modules it imports. */
function loadedBy(module: URL, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(module.href)) return packages;
  seen.add(module.href);
  for (const [, from = ''] of readFileSync(module, 'utf8').matchAll(importing)) {
    if (!from.startsWith('.')) packages.add(from);
    else for (const each of loadedBy(new URL(from, module), seen)) packages.add(each);
  }
  return packages;
}
const own = (packages: Set<string>) => [...packages].filter((name) => name.startsWith('@rasid/')).sort();

describe('the command', () => {
  it('starts with the contracts alone: engines and stores are loaded by the verbs that need them', () => {
    expect(own(loadedBy(new URL('main.ts', import.meta.url)))).toEqual(['@rasid/contracts']);
  });

  it('reads articles with the engines', () => {
    expect(own(loadedBy(new URL('read-articles.ts', import.meta.url)))).toContain('@rasid/events');
  });
});
