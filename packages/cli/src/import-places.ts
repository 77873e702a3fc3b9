import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readOwnPlaces } from '@rasid/extractor';
import { geonamesReader, isGeonames, type NamedPlace, placeById, readOwnPlace } from '@rasid/gazetteer';
import { parseLine, readLines } from './jsonl.ts';

export type ImportReport = {
  read: number;
  kept: number;
  replaced: number;
  withoutUnit: number;
  problems: string[];
};

const maxProblems = 20; // enough to see what is wrong with a file

/**
 * Merges the places of a file into the user's own ones: a GeoNames dump, or a place as JSON on each line. A place
 * whose id is known already takes its place. The file is replaced as a whole, so a killed import changes nothing.
 */
export async function importPlaces(
  file: string,
  target: string,
  only: readonly string[] | undefined,
): Promise<ImportReport> {
  const own = new Map(readOwnPlaces(target).map((place) => [place.id, place]));
  const report: ImportReport = { read: 0, kept: 0, replaced: 0, withoutUnit: 0, problems: [] };
  const dump = geonamesReader(placeById);
  for await (const { text } of readLines(file)) {
    if (!isGeonames(text)) break; // a dump has no other lines; a file of places has none of these
    dump.learn(text);
  }
  for await (const line of readLines(file)) {
    report.read++;
    const place = isGeonames(line.text) ? dump.read(line.text) : placeOf(line);
    if (typeof place === 'string') {
      if (report.problems.length < maxProblems) report.problems.push(place);
      continue;
    }
    if (!place || (only && !only.includes(place.country ?? ''))) continue;
    if (own.has(place.id)) report.replaced++;
    if (!place.admin1) report.withoutUnit++;
    own.set(place.id, place);
  }
  report.kept = own.size;
  await keep(target, own.values());
  return report;
}

function placeOf(line: { number: number; text: string }): NamedPlace | string {
  try {
    const place = readOwnPlace(parseLine(line));
    return typeof place === 'string' ? `line ${line.number}: ${place}` : place;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function keep(target: string, places: Iterable<NamedPlace>): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const lines = [...places].map((place) => `${JSON.stringify(place)}\n`);
  await writeFile(`${target}.new`, lines.join(''));
  await rename(`${target}.new`, target);
}
