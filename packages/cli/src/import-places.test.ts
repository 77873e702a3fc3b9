import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOwnPlaces } from '@rasid/extractor';
import { describe, expect, it } from 'vitest';
import { importPlaces } from './import-places.ts';

const folder = mkdtempSync(join(tmpdir(), 'rasid-places-'));
const target = join(folder, 'home', 'places.ndjson');
const file = (name: string, lines: string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
};

/** A line of a GeoNames dump; the names are one comma-separated column. */
const dumpLine = (id: string, names: string, lat: number, unit: string, kind = 'P') =>
  `${id}\tX\tX\t${names}\t${lat}\t37\t${kind}\tPPL\tSY\t\t${unit}\t\t\t\t120\t\t400\tAsia/Damascus\t2024-05-01`;

describe('importing places', () => {
  it('keeps places given as lines of JSON and replaces them when they come again', async () => {
    const place = { id: 'own:1', name: 'زغيتان', country: 'SY', admin1: 'حلب', lat: 36, lon: 37 };
    const list = file('a.ndjson', [JSON.stringify(place)]);
    expect(await importPlaces(list, target, undefined)).toMatchObject({ read: 1, kept: 1, replaced: 0 });
    expect(await importPlaces(list, target, undefined)).toMatchObject({ kept: 1, replaced: 1 });
    expect(readOwnPlaces(target)[0]).toMatchObject({ id: 'own:1', kind: 'locality', admin1: 'حلب', lat: 36 });
  });

  it('says what is wrong with a line and keeps the others', async () => {
    const list = file('b.ndjson', [
      '{"name": "Aleppo", "country": "SY"}',
      'x',
      '{"name": "تل العصا", "country": "SY"}',
      '{"name": "تل العصا", "country": "SY", "admin1": "SY-HL"}',
    ]);
    const { kept, problems } = await importPlaces(list, join(folder, 'b-places.ndjson'), undefined);
    expect(kept).toBe(1);
    expect(problems).toEqual([
      'line 1: name has no Arabic letters',
      'line 2 is not JSON',
      'line 4: admin1 is the unit’s name, its code is for admin1Code: SY-HL',
    ]);
  });

  it('reads a GeoNames dump, with the units of the places it shares with the registry', async () => {
    const dump = file('SY.txt', [
      dumpLine('170063', 'Halab,حلب,Aleppo', 36.2, '09'), // Aleppo, which the registry has
      dumpLine('99000001', 'Tall al Asa,تل العصا', 36.1, '09'),
      dumpLine('99000002', 'Nowhere', 36.1, '09'),
      dumpLine('99000003', 'جبل العصا', 36.1, '09', 'T'),
    ]);
    const places = join(folder, 'dump.ndjson');
    expect(await importPlaces(dump, places, ['SY'])).toMatchObject({ read: 4, kept: 2, withoutUnit: 0 });
    expect(readOwnPlaces(places)[1]).toMatchObject({ id: 'gn:99000001', admin1: 'حلب', admin1Code: 'SY-HL' });
    expect(await importPlaces(dump, join(folder, 'iq.ndjson'), ['IQ'])).toMatchObject({ kept: 0 });
  });

  it('answers an error for a kept file that was damaged', async () => {
    writeFileSync(join(folder, 'bad.ndjson'), '{"name": "حلب"');
    expect(() => readOwnPlaces(join(folder, 'bad.ndjson'))).toThrow(/line 1 is not JSON/);
    expect(readFileSync(join(folder, 'bad.ndjson'), 'utf8')).toBe('{"name": "حلب"');
  });
});
