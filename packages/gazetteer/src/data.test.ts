import { readFileSync } from 'node:fs';
import { lookupKey, tokenize } from '@rasid/arabic';
import { describe, expect, it } from 'vitest';
import { readRules, readShipped } from './data.ts';
import { findPlaces } from './index.ts';
import { nameKey } from './name-key.ts';

const places = readShipped();
const ARAB = 'SY IQ YE LB PS SD LY EG JO DZ TN MA MR SA OM AE KW QA BH SO DJ KM'.split(' ');
const rows = (name: string): string[][] =>
  readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));

describe('the shipped places', () => {
  it('have first- and second-level units in every Arab country', () => {
    for (const country of ARAB) {
      const units = places.filter((place) => place.country === country && place.kind === 'admin1');
      const below = new Set(
        places.filter((p) => p.country === country && p.kind === 'admin2').map((p) => p.admin1),
      );
      expect(units.length, country).toBeGreaterThan(2);
      for (const { admin1, admin1Code } of units) {
        // Units without a code are new ones, cut out of districts that are listed.
        if (admin1Code) expect(below.has(admin1), `${country} ${admin1}`).toBe(true);
      }
    }
  });

  it('lie in units that are listed, with codes of ISO 3166-2', () => {
    const keys = new Set(rows('admin1').map((fields) => fields[5]));
    for (const layer of ['admin2', 'news', 'geonames'])
      for (const [id, , , , country, unit] of rows(layer)) {
        if (!unit || !ARAB.includes(country ?? '')) continue;
        expect(keys.has(unit), `${id} ${unit}`).toBe(true);
        expect(unit.slice(0, 2), id).toBe(country);
      }
    for (const { admin1Code } of places)
      if (admin1Code) expect(admin1Code).toMatch(/^[A-Z]{2}-[A-Z0-9]{1,3}$/);
  });

  it('are written in Arabic letters, NFC, without marks', () => {
    for (const { id, name, aliases } of places)
      for (const each of [name.ar, ...aliases]) {
        expect(each, id).toBe(each.normalize('NFC').trim());
        expect(each, id).not.toMatch(/[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/); // elongation and bidi controls
      }
  });

  it('have both coordinates or none, on the globe', () => {
    for (const { id, lat, lon } of places) {
      expect(lat === null, id).toBe(lon === null);
      expect(Math.abs(lat ?? 0), id).toBeLessThanOrEqual(90);
      expect(Math.abs(lon ?? 0), id).toBeLessThanOrEqual(180);
    }
  });

  it('are folded as the words of a text are', () => {
    for (const { name, aliases } of places)
      for (const each of [name.ar, ...aliases]) expect(nameKey(each)).toBe(lookupKey(each).trim());
  });

  it('hold at least 1,500 written by hand, and what GeoNames has of the Arab world', () => {
    expect(rows('news').filter(([id]) => id?.startsWith('n:')).length).toBeGreaterThan(1500);
    expect(rows('geonames').filter((fields) => ARAB.includes(fields[4] ?? '')).length).toBeGreaterThan(1900);
  });
});

describe('the shipped rules', () => {
  it.each(rows('traps'))('no place: %s %s', (_kind, _words, sentence = '') => {
    const found = findPlaces(sentence, tokenize(sentence)).filter(({ asActor }) => !asActor);
    expect(found.map(({ text }) => text)).toEqual([]);
  });

  it('name seats of government that exist', () => {
    const names = new Set(places.map(({ country, name }) => `${country} ${name.ar}`));
    for (const seat of readRules().seats) expect(names.has(seat), seat).toBe(true);
  });
});
