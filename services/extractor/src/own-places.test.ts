import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractEvents } from '@rasid/events';
import { usePlaces } from '@rasid/gazetteer';
import { afterAll, describe, expect, it } from 'vitest';
import { ownPlacesFile, useOwnPlaces } from './own-places.ts';

afterAll(() => usePlaces([]));

describe('places of the user’s own', () => {
  it('are kept where the configuration says', () => {
    expect(ownPlacesFile({})).toBe(join('.rasid', 'places.ndjson'));
    expect(ownPlacesFile({ RASID_HOME: '/srv/rasid' })).toBe('/srv/rasid/places.ndjson');
    expect(ownPlacesFile({ RASID_PLACES: '/etc/rasid/places.ndjson' })).toBe('/etc/rasid/places.ndjson');
  });

  it('are known to the extraction of events', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'rasid-own-')), 'places.ndjson');
    writeFileSync(
      file,
      '{"id": "own:1", "name": "تل العصا", "country": "SY", "admin1": "حلب", "lat": 36.1, "lon": 37}\n',
    );
    expect(useOwnPlaces({ RASID_PLACES: file })).toBe(1);
    const text = 'قتل ثلاثة مدنيين اليوم بقصف مدفعي استهدف قرية تل العصا، بحسب الدفاع المدني.';
    const outlet = { id: 'x', country: null };
    const { events } = extractEvents({ title: '', text, publishedAt: null, timeZone: 'UTC', outlet });
    expect(events[0]?.place).toMatchObject({
      gazetteerId: 'own:1',
      admin1: 'حلب',
      locality: 'تل العصا',
      lat: 36.1,
    });
  });

  it('are none without a file', () => {
    expect(useOwnPlaces({ RASID_PLACES: '/nowhere/places.ndjson' })).toBe(0);
  });
});
