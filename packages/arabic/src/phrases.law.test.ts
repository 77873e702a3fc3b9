import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases, tokenize } from './index.ts';
import { hashWord } from './word-hash.ts';

// words of one hash, found by trying: "تت" is to "زي" as chance wills
const twins = ['مسشتت', 'خهدزي', 'فسسزت', 'تهخغي'] as const;
const words = [...twins, 'قوات', 'القوات', 'بلدة', 'وفد', 'فل', 'ريف', 'ب', 'وب', '12', '،'];
const particles = 'وبال فبال وكال ولل فلل وال بال فال كال لل وب ول وك فب فل ال و ف ب ل ك س'.split(' ');

type Found = { phrase: string; from: number; to: number; proclitic: string };

/** What particles may stand before the phrase's first word in a word of the text, the shortest first; '' for none. */
function particlesBefore(word: string, wanted: string, takesParticles: boolean): string[] {
  const found = word === wanted ? [''] : [];
  if (!takesParticles) return found;
  for (const particle of particles.filter((one) => word.startsWith(one))) {
    const rest = word.slice(particle.length);
    if (rest.length < 2) continue;
    if (rest === wanted) found.push(particle);
    if (`ال${rest}` !== wanted || particle === 'ال') continue;
    if (particle.endsWith('لل')) found.push(particle.slice(0, -1));
    else if (particle.endsWith('ال')) found.push(particle.slice(0, -2));
  }
  return found.sort((a, b) => a.length - b.length);
}

/** Every phrase at every word, by comparing everything with everything; longer ones first. */
function everyFind(phrases: readonly string[], text: string, takesParticles: boolean): Found[] {
  const keys = tokenize(text).map(({ key }) => key);
  return keys.flatMap((key, from) =>
    phrases
      .flatMap((phrase) => {
        const [first = '', ...others] = tokenize(phrase).map((token) => token.key);
        const to = from + 1 + others.length;
        const goesOn = others.every((other, at) => keys[from + 1 + at] === other);
        if (!goesOn) return [];
        return particlesBefore(key, first, takesParticles).map((proclitic) => ({
          phrase,
          from,
          to,
          proclitic,
        }));
      })
      .sort((a, b) => b.to - a.to || a.proclitic.length - b.proclitic.length),
  );
}

/** The longest from left to right that do not overlap. */
function longest(all: readonly Found[]): Found[] {
  const found: Found[] = [];
  for (const one of all) if (one.from >= (found.at(-1)?.to ?? 0)) found.push(one);
  return found;
}

const spaced = (least: number, most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: least, maxLength: most }).map((list) => list.join(' '));
const text = fc
  .array(fc.tuple(fc.constantFrom('', '', ...particles), fc.constantFrom(...words)), { maxLength: 12 })
  .map((list) => list.map(([particle, word]) => particle + word).join(' '));

describe('a matcher', () => {
  it('has words of one hash to tell apart', () => {
    expect(hashWord(twins[0])).toBe(hashWord(twins[1]));
    expect(hashWord(twins[2])).toBe(hashWord(twins[3]));
  });

  it.each([[false], [true]])('finds what comparing everything finds, particles %s', (proclitics) => {
    fc.assert(
      fc.property(fc.uniqueArray(spaced(1, 3), { maxLength: 25 }), text, (phrases, given) => {
        const matcher = compilePhrases(
          phrases.map((phrase) => ({ phrase, value: phrase })),
          { proclitics },
        );
        const plain = ({ value, from, to, proclitic }: ReturnType<typeof matcher.find>[number]) => ({
          ...{ phrase: value, from, to, proclitic },
        });
        const all = everyFind(phrases, given, proclitics);
        expect(matcher.find(tokenize(given)).map(plain)).toEqual(longest(all));
        expect(matcher.findInText(given).map(plain)).toEqual(longest(all));
        expect(new Set(matcher.findAll(tokenize(given)).map((one) => JSON.stringify(plain(one))))).toEqual(
          new Set(all.map((one) => JSON.stringify(one))),
        );
      }),
      { numRuns: 500 }, // few texts hold a phrase of three words
    );
  });
});
