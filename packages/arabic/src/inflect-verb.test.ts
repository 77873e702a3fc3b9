import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inflectVerb, type VerbForm } from './index.ts';
import { casesOf } from './test-cases.ts';

const verbs = casesOf(readFileSync(new URL('../cases/verbs.tsv', import.meta.url), 'utf8'));
const texts = (
  forms: readonly VerbForm[],
  wanted: { [K in keyof VerbForm]?: VerbForm[K] | undefined },
  voice: 'active' | 'passive',
) => [
  ...new Set(
    forms
      .filter((form) => form.voice === voice || form.voice === 'either')
      .filter((form) => Object.entries(wanted).every(([key, value]) => form[key as keyof VerbForm] === value))
      .map(({ text }) => text),
  ),
];
const he = { person: 3, gender: 'm', number: 'singular' } as const;
const she = { person: 3, gender: 'f', number: 'singular' } as const;
const they = { person: 3, gender: 'm', number: 'plural' } as const;
const me = { person: 1, number: 'singular' } as const;

describe('verb forms', () => {
  it('are tried on more than sixty verbs of all classes', () => expect(verbs.length).toBeGreaterThan(60));

  it.each(verbs)('%s %s', (past, present, pastPassive, presentPassive, ...rest) => {
    const [sheDid, theyDid, iDid, theyDo, afterLam, sheWas] = rest;
    const isPassive = pastPassive !== '-';
    const forms = inflectVerb(isPassive ? { past, present } : { past, present, pastPassive: null });
    expect(texts(forms, { ...he, tense: 'past' }, 'active')).toEqual([past]);
    expect(texts(forms, { ...he, tense: 'past' }, 'passive')).toEqual(isPassive ? [pastPassive] : []);
    expect(texts(forms, { ...he, tense: 'present', mood: undefined }, 'active')).toEqual([present]);
    expect(texts(forms, { ...he, tense: 'present', mood: undefined }, 'passive')).toEqual(
      isPassive ? [presentPassive] : [],
    );
    expect(texts(forms, { ...she, tense: 'past' }, 'active')).toEqual([sheDid]);
    expect(texts(forms, { ...they, tense: 'past' }, 'active')).toEqual(theyDid?.split('|'));
    expect(texts(forms, { ...me, tense: 'past' }, 'active')).toEqual([iDid]);
    expect(texts(forms, { ...they, tense: 'present', mood: undefined }, 'active')).toEqual(
      theyDo?.split('|'),
    );
    expect(texts(forms, { ...he, tense: 'present' }, 'active')).toContain(afterLam);
    expect(texts(forms, { ...she, tense: 'past' }, 'passive')).toEqual(isPassive ? [sheWas] : []);
  });

  it('say either where the passive is written like the active', () => {
    expect(inflectVerb({ past: 'قتل', present: 'يقتل' }).find(({ text }) => text === 'قتلوا')?.voice).toBe(
      'either',
    );
    const said = inflectVerb({ past: 'قال', present: 'يقول' });
    expect(said.find(({ text }) => text === 'قالت')?.voice).toBe('active');
    expect(said.find(({ text }) => text === 'قيل')?.voice).toBe('passive');
  });

  it.each([
    [
      'قتل',
      'يقتل',
      ['قتلا', 'قتلتا', 'قتلن', 'يقتلان', 'تقتلان', 'يقتلن', 'يقتلوا', 'تقتلين', 'أقتل', 'نقتل'],
    ],
    ['نفى', 'ينفي', ['نفيا', 'نفتا', 'ينفيان', 'ينفين', 'ينفوا', 'ينف']],
    ['دعا', 'يدعو', ['دعوا', 'دعتا', 'يدعوان', 'يدعون', 'دعونا', 'دعيت', 'دعوا']],
    ['بدأ', 'يبدأ', ['بدآ', 'يبدآن', 'تبدئين']],
    ['أخذ', 'يأخذ', ['آخذ', 'نأخذ', 'تؤخذ']],
    ['أعلن', 'يعلن', ['أعلنا', 'أعلنتا']],
    ['شن', 'يشن', ['شنا', 'شنتا', 'شننا', 'يشنان', 'يشنن']],
  ])('of %s hold duals, moods and the other persons', (past, present, wanted) => {
    const all = new Set(inflectVerb({ past, present }).map(({ text }) => text));
    expect(wanted.filter((form) => !all.has(form))).toEqual([]);
  });

  it('are those of the persons asked for, as they are among all', () => {
    const verb = { past: 'أصاب', present: 'يصيب' };
    const third = inflectVerb(verb).filter(({ person }) => person === 3);
    expect(inflectVerb(verb, [3])).toEqual(third);
  });
});
