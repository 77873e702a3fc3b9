import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Event, eventTypes, labelOf, type RasidRecord } from '@rasid/contracts';
import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Markup, raw } from './html.ts';

const size = { width: 760, height: 470 }; // the frame of the region below in Mercator
const corner = { west: -18, east: 61, north: 38, south: 0 }; // Mauritania to Oman, Syria to Somalia

/** ISO 3166-1 numeric codes of the members of the Arab League, as world-atlas names countries. */
const arabWorld = new Set(
  '012 048 174 262 818 368 400 414 422 434 478 504 512 275 634 682 706 729 760 788 784 887 732'.split(' '),
);

const projection = geoMercator()
  .fitSize([size.width, size.height], {
    type: 'MultiPoint',
    coordinates: [
      [corner.west, corner.north],
      [corner.east, corner.south],
    ],
  })
  .clipExtent([
    [0, 0],
    [size.width, size.height],
  ]);

/** The countries as SVG paths; drawn once, the same for every reader. */
export function drawLand(): Markup {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>; // the pinned package's own file
  const path = geoPath(projection).digits(1);
  const shapes = feature(world, world.objects.countries).features.map((country) => {
    const outline = path(country);
    return outline
      ? `<path class="${arabWorld.has(String(country.id)) ? 'land' : 'near'}" d="${outline}"/>`
      : '';
  });
  return raw(shapes.join(''));
}

export type Dot = {
  x: number;
  y: number;
  events: number;
  group: string;
  label: Event['label'];
  place: NonNullable<Event['place']>;
};

const groupOf = new Map<string, string>(eventTypes.map(({ id, group }) => [id, group]));

/** Where the main events of the records are; those at one point become one dot with their number. */
export function placeDots(records: readonly RasidRecord[]): Dot[] {
  const dots = new Map<string, Dot>();
  for (const { type, place, status } of records.flatMap(({ events }) => events)) {
    if (status === 'background' || place?.lat == null || place.lon === null) continue;
    const [x = -1, y = -1] = projection([place.lon, place.lat]) ?? [];
    if (!(x >= 0 && x <= size.width && y >= 0 && y <= size.height)) continue;
    const key = `${x.toFixed(0)} ${y.toFixed(0)}`;
    const dot = dots.get(key) ?? {
      x,
      y,
      events: 0,
      group: groupOf.get(type) ?? '',
      label: labelOf(type),
      place,
    };
    dot.events++;
    dots.set(key, dot);
  }
  return [...dots.values()];
}

export const mapSize = size;
