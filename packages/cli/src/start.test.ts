import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tellModel } from './start-everything.ts';

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

it('says once that the model is away and what becomes of the articles, and once that it is back', () => {
  const said: string[] = [];
  const tell = tellModel('llm', (text) => said.push(text) > 0);
  for (const problem of [null, 'the model answered 500', 'the model failed a moment ago', null, null])
    tell(problem);
  const plain = said.map((line) => line.replace(/\u001b\[\d+m/g, ''));
  expect(plain).toEqual([
    'rasid: the model answered 500; the articles wait for it\n',
    'rasid: the model answers again\n',
  ]);
});
