import { readFileSync } from 'node:fs';

type Country = { iso: number | null; name: string; region: string | null };

let byCode: Map<string, Country> | null = null;

/** A country of the record as ACLED's columns name it; its code where the table does not know it. */
export function acledCountry(code: string | null): Country | null {
  if (code === null) return null;
  byCode ??= read();
  return byCode.get(code) ?? { iso: null, name: code, region: null };
}

/** Lines of data/acled-countries.tsv; read when a first row is written. */
function read(): Map<string, Country> {
  const lines = readFileSync(new URL('../data/acled-countries.tsv', import.meta.url), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line && !line.startsWith('# '))
      .map((line) => {
        const [code = '', iso, name = '', region = null] = line.split('\t');
        return [code, { iso: Number(iso) || null, name, region }];
      }),
  );
}
