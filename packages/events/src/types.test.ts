import { countKinds, eventTypes } from '@rasid/contracts';
import { describe, expect, it } from 'vitest';
import { classes, typeEntry, typeIds } from './data.ts';
import { checkTraits, type TraitField, traits } from './traits.ts';

const entries = typeIds.map(typeEntry);
const codes = ['acled', 'plover', 'cameo', 'iptc'];
const relations = ['confusable', 'takes', 'retoldAs', 'besides'];
const fields = [
  'id',
  'group',
  'precedence',
  'label',
  'counts',
  'usualCount',
  'objects',
  ...codes,
  ...relations,
  ...Object.keys(traits),
];
const words = (field: TraitField) => entries.flatMap((entry) => [entry[field] ?? []].flat());

describe('the types', () => {
  it('are those of the contract, sorted by id', () => {
    expect(typeIds).toEqual(eventTypes.map(({ id }) => id).sort());
  });
  it('stand in the groups of the contract', () => {
    expect(Object.fromEntries(entries.map(({ id, group }) => [id, group]))).toEqual(
      Object.fromEntries(eventTypes.map(({ id, group }) => [id, group])),
    );
  });
  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s counts and names what there is',
    (id, entry) => {
      expect(countKinds).toEqual(expect.arrayContaining(entry.counts));
      if (entry.usualCount) expect(entry.counts).toContain(entry.usualCount);
      const named = [entry.confusable, entry.takes, entry.retoldAs, entry.besides].flatMap(
        (list) => list ?? [],
      );
      expect(typeIds.filter((each) => each !== id)).toEqual(expect.arrayContaining(named));
      for (const [, name] of entry.objects?.matchAll(/\$(\S+)/g) ?? [])
        expect([...classes.keys()]).toContain(name);
    },
  );
});

describe('what is said of types', () => {
  it.each(
    (Object.keys(traits) as TraitField[]).flatMap((field) =>
      Object.keys(traits[field]).map((value) => [field, value] as const),
    ),
  )('%s "%s" is said of one', (field, value) => {
    expect(words(field)).toContain(value);
  });
  it('is refused where nobody asks for it', () => {
    const made = { ...typeEntry('arrest'), doer: ['organized'] };
    expect(() => checkTraits(made as never)).toThrow('"organized" of arrest is no value of "doer"');
  });
  it('stands in a field that is read', () => {
    expect([...new Set(entries.flatMap((entry) => Object.keys(entry)))].sort()).toEqual([...fields].sort());
  });
  it('is told of each type once', () => {
    for (const entry of entries)
      for (const field of Object.keys(traits) as TraitField[]) {
        const said = [entry[field] ?? []].flat();
        expect(said, `${field} of ${entry.id}`).toEqual([...new Set(said)]);
      }
  });
});
