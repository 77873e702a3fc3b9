import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Asset = { body: Buffer; type: string; cache: string };

const require = createRequire(import.meta.url);
const fontFile = (subset: string) =>
  require.resolve(`@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-${subset}-wght-normal.woff2`);
const own = (name: string) => new URL(`../assets/${name}`, import.meta.url);

/** The files the pages ask for, read once: nothing comes from another host. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const soon = 'no-cache'; // asks every time, so that an update is seen at once
  const year = 'public, max-age=31536000, immutable'; // the fonts of a pinned version never change
  return new Map([
    ['console.css', { body: readFileSync(own('console.css')), type: 'text/css; charset=utf-8', cache: soon }],
    [
      'console.js',
      { body: readFileSync(own('console.js')), type: 'text/javascript; charset=utf-8', cache: soon },
    ],
    ['arabic.woff2', { body: readFileSync(fontFile('arabic')), type: 'font/woff2', cache: year }],
    ['latin.woff2', { body: readFileSync(fontFile('latin')), type: 'font/woff2', cache: year }],
  ]);
}
