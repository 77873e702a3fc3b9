import { describe, expect, it } from 'vitest';
import { nounClasses } from './data.ts';
import { findParties, type PartyMention } from './index.ts';

/** Classes of every head noun of a text: of parties, of parties inside them, of the titles of persons. */
function rules(text: string): (string | null)[] {
  const all = (mentions: readonly PartyMention[]): (string | null)[] =>
    mentions.flatMap(({ rule, office, nested }) => [rule, office?.rule ?? null, ...all(nested)]);
  return all(findParties(text));
}

describe('classes of head nouns', () => {
  it('have ids of their own', () => {
    const ids = nounClasses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it.each(nounClasses.map((noun) => [noun.id, noun] as const))(
    '%s matches its sentence, not the other',
    (id, noun) => {
      expect(noun.match.length * noun.not.length).toBeGreaterThan(0);
      expect(rules(noun.match)).toContain(id);
      expect(rules(noun.not)).not.toContain(id);
    },
  );
});
