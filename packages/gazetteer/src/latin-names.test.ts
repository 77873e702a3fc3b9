import { tokenize } from '@rasid/arabic';
import { describe, expect, it } from 'vitest';
import { readShipped } from './data.ts';
import { findPlaces, latinNames, resolvePlaces } from './index.ts';

const namesIn = (text: string) =>
  resolvePlaces(findPlaces(text, tokenize(text)), { outletCountry: null }).map(latinNames);

describe('names in Latin letters', () => {
  it('are told for a town, its district, its unit and its country', () => {
    expect(namesIn('انفجرت عبوة في مدينة اعزاز شمالي حلب')[0]).toMatchObject({
      locality: expect.stringContaining('zāz'),
      admin1: 'Aleppo',
      country: 'Syria',
    });
  });
  it('are told for units without a code', () => {
    expect(namesIn('قصف على قطاع غزة')[0]).toMatchObject({ admin1: 'Gaza Strip', locality: null });
    expect(namesIn('زلزال في محافظة أصفهان الإيرانية')[0]?.admin1).toBe('Isfahan');
  });
  it('are none where nobody wrote one, and the country still has its own', () => {
    expect(namesIn('قتلى في قرية كذاوكذا السورية')[0]).toMatchObject({ locality: null, country: 'Syria' });
  });
  it('are told for every country and every first-level unit', () => {
    const wide = readShipped().filter(({ kind }) => kind === 'country' || kind === 'admin1');
    expect(wide.length).toBeGreaterThan(1_000);
    expect(wide.filter(({ name }) => name.en === '').map(({ id }) => id)).toEqual([]);
  });
});
