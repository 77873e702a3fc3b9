import { keptOf, lookupKey, type Token } from '@rasid/arabic';
import type { NamedPlace } from './types.ts';

const NATIONS = Object.entries({
  SY: 'سوري قسد',
  IQ: 'عراقي',
  YE: 'يمني حوثي',
  LB: 'لبناني',
  PS: 'فلسطيني إسرائيلي',
  IL: 'إسرائيلي',
  SD: 'سوداني',
  LY: 'ليبي',
  EG: 'مصري',
  JO: 'أردني',
  DZ: 'جزائري',
  TN: 'تونسي',
  MA: 'مغربي',
  MR: 'موريتاني',
  SA: 'سعودي',
  OM: 'عماني',
  AE: 'إماراتي',
  KW: 'كويتي',
  QA: 'قطري',
  BH: 'بحريني',
  SO: 'صومالي',
  TR: 'تركي',
  IR: 'إيراني',
  UA: 'أوكراني',
  RU: 'روسي',
  US: 'أمريكي أميركي',
  GB: 'بريطاني',
  FR: 'فرنسي',
  DE: 'ألماني',
  PK: 'باكستاني',
  AF: 'أفغاني',
});

const ENDINGS = ['', 'ه', 'ين', 'ون', 'ات', 'ان'];

const byWord = new Map<string, string[]>();
for (const [country, stems] of NATIONS)
  for (const stem of stems.split(' '))
    for (const ending of ENDINGS) {
      const key = lookupKey(stem) + ending;
      byWord.set(key, [...(byWord.get(key) ?? []), country]);
    }

const ARTICLE = /^[وف]?(?:بال|كال|لل|ال)/;
const SHORTEST = 3;
const NONE: readonly string[] = [];

/** Countries a nationality word names ("السورية", "للعراقيين"); the first one is the usual reading. */
export const nationsOf = keptOf((key): readonly string[] => {
  if (key.length < SHORTEST) return NONE;
  return byWord.get(key.includes('ل') ? key.replace(ARTICLE, '') : key) ?? NONE;
});

/** Countries the text speaks of: those of places that are certain, and nationality words. */
export const spokenOf = (
  tokens: readonly Token[],
  telling: readonly number[],
  certain: Iterable<readonly NamedPlace[]>,
): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const at of telling) for (const country of nationsOf(tokens[at] as Token)) found.add(country); // within bounds
  for (const places of certain) {
    const [first] = places;
    if (first?.country && places.every(({ country }) => country === first.country)) found.add(first.country);
  }
  return found;
};
