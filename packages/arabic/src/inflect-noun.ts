import { join } from './inflect-join.ts';
import { alef, alefHamza, hamza, maksura, noon, teh, tehMarbuta, waw, yeh } from './letter-names.ts';

export type NounForm = {
  /** Canonical spelling, without clitics. */
  text: string;
  number: 'singular' | 'dual' | 'plural';
  gender: 'm' | 'f';
  /** `nominative` (ان, ون), `oblique` (ين, and the accusative alef); `any` where the letters do not say. */
  case: 'any' | 'nominative' | 'oblique';
  /** A dual or sound plural without its noon, as before a genitive or a pronoun: قتيلا, مسلحو. */
  construct: boolean;
};

export type NounCitation = {
  singular: string;
  /** Plurals as they are written; `ون` and `ات` alone stand for the sound plural of the singular. */
  plural?: readonly string[];
  /** Feminine when it ends in teh marbuta, masculine otherwise, unless stated. */
  gender?: 'm' | 'f';
};

/** Every form of a noun as it is written without clitics. */
export function inflectNoun({ singular, plural = [], gender }: NounCitation): NounForm[] {
  const of = gender ?? (singular.endsWith(tehMarbuta) ? 'f' : 'm');
  const form = (
    text: string,
    number: NounForm['number'],
    at: NounForm['case'] = 'any',
    construct = false,
  ): NounForm => ({ text, number, gender: of, case: at, construct });
  const forms = [
    form(singular, 'singular'),
    ...accusatives(singular).map((text) => form(text, 'singular', 'oblique')),
    ...paired(singular, of, form),
    ...plural.flatMap((given) => plurals(singular, given, form)),
  ];
  return unique(forms);
}

type Make = (
  text: string,
  number: NounForm['number'],
  at?: NounForm['case'],
  construct?: boolean,
) => NounForm;

function paired(singular: string, gender: 'm' | 'f', form: Make): NounForm[] {
  return dualStems(singular, gender).flatMap((stem) => [
    ...join(stem, alef + noon).map((text) => form(text, 'dual', 'nominative')),
    ...join(stem, yeh + noon).map((text) => form(text, 'dual', 'oblique')),
    ...join(stem, alef).map((text) => form(text, 'dual', 'nominative', true)),
    ...join(stem, yeh).map((text) => form(text, 'dual', 'oblique', true)),
  ]);
}

/** غارة -> غارت, مستشفى -> مستشفي, صحراء -> صحراو; of لقاء both لقاءان and the written لقائين are met. */
function dualStems(singular: string, gender: 'm' | 'f'): string[] {
  const body = singular.slice(0, -1);
  if (singular.endsWith(tehMarbuta)) return [body + teh];
  if (singular.endsWith(maksura)) return [body + yeh];
  if (singular.endsWith(alef + hamza) && gender === 'f') return [body + waw];
  if (singular.endsWith(alef) && singular.length > 3) return [body + yeh]; // ضحايا is a plural, دنيا a singular
  return [singular];
}

/** The alef of the indefinite accusative (قتيلا); none after teh marbuta, alef and alef with hamza. */
function accusatives(text: string): string[] {
  const last = text.at(-1) ?? '';
  if ([tehMarbuta, alef, maksura, alefHamza].includes(last) || text.endsWith(alef + hamza)) return [];
  return join(text, alef);
}

function plurals(singular: string, given: string, form: Make): NounForm[] {
  const body = singular.endsWith(tehMarbuta) || singular.endsWith(maksura) ? singular.slice(0, -1) : singular;
  if (given === 'ات') return [...join(body, 'ات')].map((text) => form(text, 'plural'));
  if (given === 'ون') return soundMasculine([body], form);
  if (given.endsWith('ون') && given.length > 4) return soundMasculine([given.slice(0, -2)], form);
  const forms = [form(given, 'plural')];
  if (given.endsWith('ات') || isDiptote(given)) return forms;
  return [...forms, ...accusatives(given).map((text) => form(text, 'plural', 'oblique'))];
}

const soundMasculine = (stems: readonly string[], form: Make): NounForm[] =>
  stems.flatMap((stem) => [
    ...join(stem, waw + noon).map((text) => form(text, 'plural', 'nominative')),
    ...join(stem, yeh + noon).map((text) => form(text, 'plural', 'oblique')),
    ...join(stem, waw).map((text) => form(text, 'plural', 'nominative', true)),
    ...join(stem, yeh).map((text) => form(text, 'plural', 'oblique', true)),
  ]);

/** Broken plurals that take no alef in the accusative: عناصر, صواريخ, شهداء. */
const isDiptote = (plural: string): boolean =>
  (plural[2] === alef && plural.length >= 5) || plural.endsWith(alef + hamza);

function unique(forms: readonly NounForm[]): NounForm[] {
  const seen = new Set<string>();
  return forms.filter((form) => {
    const key = `${form.text} ${form.number} ${form.case} ${form.construct}`;
    return !seen.has(key) && seen.add(key);
  });
}
