import { analyse, inflectNoun, inflectVerb, kept, lookupKey, type VerbForm } from '@rasid/arabic';
import { type Role, roleOf } from '../parties/roles.ts';

/** How a word of a pattern is read where it stands: a verb tells tense and voice, a noun whether it is definite. */
export type Form = {
  pos: 'verb' | 'noun' | 'word';
  tense: 'past' | 'present' | null;
  voice: 'active' | 'passive' | 'either';
  feminine: boolean;
  plural: boolean;
  /** Written so only before a pronoun: اختطفوهم, غارته. */
  bound: boolean;
  /** The same letters as a noun, where this is the verb: هدم. */
  noun: Form | null;
};

/** The form of a word of which only its letters are known. */
export const word: Form = {
  pos: 'word',
  tense: null,
  voice: 'either',
  feminine: false,
  plural: false,
  bound: false,
  noun: null,
};

/** The same form, changed. Written out: a spread makes a new shape at each place it stands, and patterns ask forms all the time. */
export const formLike = (
  form: Form,
  { voice = form.voice, bound = form.bound, noun = form.noun }: Partial<Form>,
): Form => ({
  pos: form.pos,
  tense: form.tense,
  voice,
  feminine: form.feminine,
  plural: form.plural,
  bound,
  noun,
});

const known = new Map<string, ReadonlyMap<string, Form>>();

/** The forms of one word of a pattern: `@past:present:passive past:passive present` a verb, `#noun` a noun, `%name` a class of names, else itself. */
export function formsOf(source: string): ReadonlyMap<string, Form> {
  const forms = known.get(source) ?? makeForms(source);
  known.set(source, forms); // words of a class stand in many patterns
  return forms;
}

function makeForms(source: string): Map<string, Form> {
  if (source.startsWith('@')) return verbForms(source.slice(1));
  if (source.startsWith('#')) return nounForms(source.slice(1));
  if (source.startsWith('%')) return new Map([[source, word]]);
  const key = lookupKey(source);
  const forms = new Map([[key, word]]);
  if (takesTanwin.test(key)) forms.set(`${key}ا`, word);
  return forms;
}

/** "صاروخي" stands as صاروخيا where it is an object; shorter words would be read as other ones. */
const takesTanwin = /^.{3,}[^اهىويةءت\s]$|^.{3,}[^و]ي$/u;

const newsPersons = [3] as const; // news is told in the third person

function verbForms(source: string): Map<string, Form> {
  const [past = '', present = presentOf(past), pastPassive, presentPassive] = source.split(':');
  const found = new Map<string, Form>();
  const passives = { ...(pastPassive && { pastPassive }), ...(presentPassive && { presentPassive }) };
  for (const form of inflectVerb({ past, present, ...passives }, newsPersons)) {
    if (isTooShort(form, source)) continue;
    const value: Form = {
      pos: 'verb',
      tense: form.tense,
      voice: form.voice,
      feminine: form.gender === 'f',
      plural: form.number === 'plural',
      bound: false,
      noun: null,
    };
    const key = lookupKey(form.text);
    const earlier = found.get(key);
    if (!earlier) found.set(key, value);
    else if (earlier.voice !== value.voice) found.set(key, formLike(earlier, { voice: 'either' }));
    if (key.endsWith('وا') && !found.has(key.slice(0, -1)))
      found.set(key.slice(0, -1), formLike(value, { bound: true }));
  }
  return found;
}

const minLetters = 4; // يقل (dismiss, jussive) is written like a common word
const minHollow = 5; // زيرا (visited, passive) is read in وزيرا, "minister"
const isTooShort = ({ text, mood, voice }: VerbForm, source: string) =>
  ((text.length < minLetters && mood === 'short') ||
    (text.length < minHollow && voice === 'passive' && !/^[\u0623\u0627]/.test(text))) &&
  !source.includes(`:${text}`);

/** Where only the past is given: first forms keep their letters, derived ones lose the first alef (اعتقل, يعتقل). */
const presentOf = (past: string): string =>
  /^[\u0627\u0623]/.test(past) && past.length > 3 ? `ي${past.slice(1)}` : `ي${past}`;

function nounForms(singular: string): Map<string, Form> {
  const found = new Map<string, Form>();
  const isFeminine = singular.endsWith('\u0629'); // teh marbuta
  const add = (text: string, plural = false, bound = false) =>
    found.set(lookupKey(text), {
      pos: 'noun',
      tense: null,
      voice: 'either',
      feminine: isFeminine,
      plural,
      bound,
      noun: null,
    });
  for (const { text, number } of inflectNoun({ singular, plural: [isFeminine ? 'ات' : 'ون', 'ات'] }))
    add(text, number === 'plural');
  if (isFeminine) add(`${singular.slice(0, -1)}ت`, false, true);
  else if (singular.endsWith('\u0621'))
    for (const seat of ['ئ', 'ؤ']) add(singular.slice(0, -1) + seat, false, true); // لقائه, لقاؤه
  return found;
}

export type Reading = {
  form: string;
  article: boolean;
  preposition: string;
  future: boolean;
  pronoun: string;
  /** Of the form, for a `FormFilter`. */
  hash: number;
  /** Of the form, among the rules. */
  role: Role;
};

/** Bits of forms: a word whose bit is not set is none of them, which is most of what is asked. */
export type FormFilter = Int32Array;
const bitsAForm = 8; // one other word in eight shares a bit with a form of the list
const leastBits = 256;

export function hashOf(form: string): number {
  let hash = 0;
  for (let at = 0; at < form.length; at++) hash = (Math.imul(hash, 31) + form.charCodeAt(at)) | 0;
  return Math.imul(hash, 0x9e3779b1) >>> 12; // the upper bits are mixed best
}

export function filterOf(forms: ReadonlySet<string>): FormFilter {
  let bits = leastBits;
  while (bits < forms.size * bitsAForm) bits *= 2;
  const filter = new Int32Array(bits / 32);
  for (const form of forms) {
    const bit = hashOf(form) & (bits - 1);
    filter[bit >> 5] = (filter[bit >> 5] as number) | (1 << (bit & 31)); // within the filter
  }
  return filter;
}

export function mayHold(filter: FormFilter, readings: readonly Reading[]): boolean {
  const mask = filter.length * 32 - 1;
  for (let at = 0; at < readings.length; at++) {
    const { hash } = readings[at] as Reading; // within bounds
    if (((filter[(hash & mask) >> 5] as number) >>> (hash & 31)) & 1) return true;
  }
  return false;
}

/** The reading of a word, mark or name that carries nothing. */
export const bareReading = (form: string): Reading => ({
  form,
  article: false,
  preposition: '',
  future: false,
  pronoun: '',
  hash: hashOf(form),
  role: roleOf(form),
});

/** Reads words against a vocabulary. */
export const createReader = (vocabulary: { has: (form: string) => boolean }) =>
  kept((key) => {
    const readings: Reading[] = []; // not by `mapped`: these stay
    for (const { form, article, preposition, future, pronoun } of analyse(key, vocabulary))
      readings.push({
        form,
        article,
        preposition,
        future,
        pronoun,
        hash: hashOf(form),
        role: roleOf(form),
      });
    return readings as readonly Reading[];
  });
