import { lookupKey } from '@rasid/arabic';
import type { NounClass } from './data.ts';

export type NounForm = {
  noun: NounClass;
  phrase: string;
  number: 'one' | 'two' | 'many';
  /** Whether a genitive can follow: not after ن of the sound plural or the ا of the accusative; it must after و and ي. */
  genitive: 'can' | 'must' | 'no';
  isDefinite: boolean;
  /** "زوجته": the pronoun says whose it is. */
  hasPronoun: boolean;
};

type Shape = {
  text: string;
  number: NounForm['number'];
  genitive: NounForm['genitive'];
  /** With a pronoun: definite, and never with the article. */
  isOwned?: boolean;
};

/** Every written form of a class, with and without the article. */
export function formsOf(noun: NounClass): NounForm[] {
  const shapes: Shape[] = [
    ...noun.many.flatMap((form) => plural(form)), // first: "مدنيين" is read as plural, not dual
    ...noun.one.flatMap(singular),
    ...(possessed.has(noun.id) ? [...noun.one, ...noun.many].flatMap(owned) : []),
    ...noun.phrases.map((text) => ({ text, number: numberOf(text), genitive: 'can' as const })),
  ];
  return shapes.flatMap(({ text, number, genitive, isOwned = false }) => {
    const isDefinite = isOwned || text.split(' ').some((word) => word.startsWith('ال'));
    const form = { noun, phrase: text, number, genitive, isDefinite, hasPronoun: isOwned };
    if (isOwned || text.includes(' ') || text.startsWith('ال') || genitive === 'must') return [form];
    if (text.endsWith('ا') && text.length > 4 && genitive === 'no') return [form]; // accusative: never with the article
    return [form, { ...form, phrase: `ال${text}`, isDefinite: true }];
  });
}

function singular(stem: string): Shape[] {
  const shapes: Shape[] = [{ text: stem, number: 'one', genitive: 'can' }];
  if (stem.includes(' ')) return shapes;
  const base = stem.endsWith('ة') ? `${stem.slice(0, -1)}ت` : stem;
  if (!/[ةاء]$/u.test(stem)) shapes.push({ text: `${stem}ا`, number: 'one', genitive: 'no' });
  shapes.push({ text: `${base}ان`, number: 'two', genitive: 'no' });
  shapes.push({ text: `${base}ين`, number: 'two', genitive: 'no' });
  return shapes;
}

/** Classes whose nouns are told with the pronoun of who they belong to: "زوجته", "جنودها". */
const possessed = new Set(['family', 'soldier', 'officer', 'member', 'civil_person', 'worker']);

function owned(stem: string): Shape[] {
  if (stem.includes(' ') || /(?:ون|ين|و)$/u.test(stem)) return [];
  const base = stem.endsWith('ة') ? `${stem.slice(0, -1)}ت` : stem;
  const number = /(?:ي|ات|ء)$|^أ.../u.test(stem) ? ('many' as const) : ('one' as const);
  return ['ه', 'ها', 'هم'].map((pronoun) => ({
    text: `${base}${pronoun}`,
    number,
    genitive: 'no' as const,
    isOwned: true,
  }));
}

function plural(text: string): Shape[] {
  const isSound = /(?:ون|ين)$/u.test(text) && text.length > 4;
  const isConstruct = /(?:و|ي)$/u.test(text) && text.length > 4 && text !== 'أهالي' && text !== 'مساعي';
  return [{ text, number: 'many', genitive: isSound ? 'no' : isConstruct ? 'must' : 'can' }];
}

/** A phrase is plural when its first word looks so: "رجال الأمن", "شهود عيان"; names of forces count as one body. */
function numberOf(text: string): NounForm['number'] {
  const first = lookupKey(text.split(' ')[0] ?? '');
  if (/(?:ان)$/u.test(first) && first.length > 4) return 'two';
  return /(?:ون|ين|ات)$|^(?:ال)?(?:رجال|شهود|مصادر|عناصر|افراد|ضباط|ابناء|تجار|شبكات|قوات|فرق|اجهزه|وسايل)/u.test(
    first,
  )
    ? 'many'
    : 'one';
}
