import { readFileSync } from 'node:fs';
import { tokenize } from '@rasid/arabic';
import { describe, expect, it } from 'vitest';
import { findPlaces, resolvePlaces } from './index.ts';

type Row = { name: string; outlet: string | null; is: string; sentence: string; want: string[] };

const rows: Row[] = readFileSync(new URL('../sample/mentions.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [name = '', outlet = '', is = '', ...rest] = line.split('\t');
    return { name, outlet: outlet === '-' ? null : outlet, is, sentence: rest.pop() ?? '', want: rest };
  });

/** What is read of a row's name, in the columns of the sample. */
const read = ({ name, outlet, sentence }: Row): string[] => {
  const places = resolvePlaces(findPlaces(sentence, tokenize(sentence)), { outletCountry: outlet });
  const at = sentence.indexOf(name);
  const hit = places.find(({ mention }) => mention.start <= at && mention.end >= at + name.length);
  if (!hit) return ['none'];
  if (hit.mention.asActor) return ['actor'];
  const { country, admin1, locality, relation, precision } = hit;
  return ['place', ...[country, admin1, locality, relation, String(precision)].map((value) => value ?? '-')];
};

const isRight = (row: Row): boolean => {
  const got = read(row);
  if (got[0] !== row.is) return false;
  return row.is !== 'place' || row.want.every((value, at) => value === got[at + 1]);
};

// Reached when this was written; a change that loses more than chance must say why.
const FLOOR = 0.96;

describe('the sample of mentions', () => {
  it('has 150 mentions, each in its sentence', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
    for (const { name, sentence } of rows) expect(sentence).toContain(name);
  });

  it('is read right almost everywhere', () => {
    const wrong = rows.filter((row) => !isRight(row));
    const report = wrong.map(
      (row) => `${row.sentence}: want ${row.is} ${row.want.join(' ')}, got ${read(row).join(' ')}`,
    );
    expect(1 - wrong.length / rows.length, report.join('\n')).toBeGreaterThanOrEqual(FLOOR);
  });
});
