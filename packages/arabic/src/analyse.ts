import { alef, alefHamza, hamza, maksura, teh, tehMarbuta, waw, wawHamza, yehHamza } from './letter-names.ts';

export type Analysis = {
  /** The known form that was found inside the word. */
  form: string;
  conjunction: '' | 'و' | 'ف';
  preposition: '' | 'ب' | 'ل' | 'ك';
  /** The future's seen: سيشن. */
  future: boolean;
  article: boolean;
  pronoun: string;
};

const pronouns = ['هما', 'كما', 'هم', 'هن', 'ها', 'كم', 'نا', 'ني', 'ه', 'ك', 'ي'];
const minStem = 2; // شن; a single letter is never a word

type Known = { has: (form: string) => boolean };
type Cut = Omit<Analysis, 'form' | 'pronoun'> & { rest: string };

/**
 * The readings of a word as clitics around a known form, the fewest clitics first; none when no reading leaves a
 * known form. Nothing is stemmed: وفد is never و + فد unless فد is known.
 */
export function analyse(word: string, known: Known): Analysis[] {
  const found: Analysis[] = [];
  for (const { rest, ...clitics } of cutsOf(word)) {
    if (known.has(rest)) found.push({ form: rest, ...clitics, pronoun: '' });
    if (clitics.article) continue; // a definite noun carries no pronoun
    for (const pronoun of pronouns) {
      if (!rest.endsWith(pronoun)) continue;
      for (const form of beforePronoun(rest.slice(0, -pronoun.length)))
        if (form.length >= minStem && known.has(form)) found.push({ form, ...clitics, pronoun });
    }
  }
  return found.sort((a, b) => weight(a) - weight(b));
}

const weight = (found: Analysis): number =>
  found.conjunction.length +
  found.preposition.length +
  found.pronoun.length +
  (found.future ? 1 : 0) +
  (found.article ? 1 : 0);

/** Every way to take particles off the front that leaves enough letters. */
function* cutsOf(word: string): Generator<Cut> {
  const none = { conjunction: '', preposition: '', future: false, article: false, rest: '' } as const;
  for (const conjunction of ['', 'و', 'ف'] as const) {
    if (!word.startsWith(conjunction)) continue;
    const rest = word.slice(conjunction.length);
    if (rest.length < minStem) continue;
    yield { ...none, conjunction, rest };
    if (/^\u0633[\u064a\u062a\u0646\u0623]/.test(rest) && rest.length > minStem)
      yield { ...none, conjunction, future: true, rest: rest.slice(1) };
    for (const preposition of ['', 'ب', 'ك', 'ل'] as const) {
      if (!rest.startsWith(preposition)) continue;
      for (const { after, article } of withArticle(rest.slice(preposition.length), preposition))
        if (after.length >= minStem && (preposition || article))
          yield { ...none, conjunction, preposition, article, rest: after };
    }
  }
}

/** بال is ب + ال; after ل the article loses its alef (للقوات), and a third lam is not written (للجنة). */
function withArticle(text: string, preposition: string): { after: string; article: boolean }[] {
  const bare = { after: text, article: false };
  if (text.startsWith('ال')) return [bare, { after: text.slice(2), article: true }];
  if (preposition !== 'ل' || !text.startsWith('ل')) return [bare];
  return [bare, { after: text.slice(1), article: true }, { after: text, article: true }];
}

/** What a form may have been before the pronoun: غارته غارة, نفاه نفى, اختطفوه اختطفوا, أصدقاؤه أصدقاء. */
function beforePronoun(rest: string): string[] {
  const last = rest.at(-1);
  const body = rest.slice(0, -1);
  if (last === teh) return [rest, body + tehMarbuta];
  if (last === alef) return [rest, body + maksura];
  if (last === waw) return [rest, rest + alef];
  if (last === wawHamza || last === yehHamza) return [rest, body + hamza, body + alefHamza];
  return [rest];
}
