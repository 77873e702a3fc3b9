import { countKinds, eventTypes } from '@rasid/contracts';
import { describe, expect, it } from 'vitest';
import { classes, typeLines } from './data.ts';
import { checkTraits, saidOf, type TraitField, traits } from './traits.ts';

const ids = typeLines.map(({ id }) => id);
const codes = ['acled', 'plover', 'cameo', 'iptc'];
const relations = ['confusable', 'takes', 'retoldAs', 'besides'];
const fields = [
  'id',
  'group',
  'precedence',
  'label',
  'counts',
  'act',
  'usualCount',
  'objects',
  ...codes,
  ...relations,
  ...Object.keys(traits),
];
const words = (field: TraitField) => typeLines.flatMap((entry) => saidOf(entry, field));

describe('the types', () => {
  it('are those of the contract, sorted by id', () => {
    expect(ids).toEqual(eventTypes.map(({ id }) => id).sort());
  });
  it('stand in the groups of the contract', () => {
    expect(Object.fromEntries(typeLines.map(({ id, group }) => [id, group]))).toEqual(
      Object.fromEntries(eventTypes.map(({ id, group }) => [id, group])),
    );
  });
  it.each(typeLines.map((entry) => [entry.id, entry] as const))(
    '%s counts and names what there is',
    (id, entry) => {
      expect(countKinds).toEqual(expect.arrayContaining(entry.counts));
      if (entry.usualCount) expect(entry.counts).toContain(entry.usualCount);
      const named = [entry.confusable, entry.takes, entry.retoldAs, entry.besides].flatMap(
        (list) => list ?? [],
      );
      expect(ids.filter((each) => each !== id)).toEqual(expect.arrayContaining(named));
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
    const made = { id: 'arrest', doer: ['organized'] };
    expect(() => checkTraits(made as never)).toThrow('"organized" of arrest is no value of "doer"');
  });
  it('stands in a field that is read', () => {
    expect([...new Set(typeLines.flatMap((entry) => Object.keys(entry)))].sort()).toEqual([...fields].sort());
  });
  it('is told of each type once', () => {
    for (const entry of typeLines)
      for (const field of Object.keys(traits) as TraitField[]) {
        const said = saidOf(entry, field);
        expect(said, `${field} of ${entry.id}`).toEqual([...new Set(said)]);
      }
  });
});
