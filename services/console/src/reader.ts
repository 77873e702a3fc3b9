export type Language = 'ar' | 'en';

const isLanguage = (text: string | undefined): text is Language => text === 'ar' || text === 'en';

type Wish = { query?: string | undefined; cookie?: string | undefined; accept?: string | undefined };

/** The reader's language: `?lang=`, then the cookie of an earlier choice, then the browser's first known one. */
export function chooseLanguage({ query, cookie, accept }: Wish): Language {
  if (isLanguage(query)) return query;
  const [, chosen] = /(?:^|;\s?)lang=(ar|en)(?:;|$)/.exec(cookie ?? '') ?? [];
  if (isLanguage(chosen)) return chosen;
  const wanted = (accept ?? '')
    .slice(0, 500) // a header that is longer is no browser's
    .split(',')
    .map((part, at) => ({ tag: part.trim().slice(0, 2).toLowerCase(), weight: weightOf(part), at }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ tag }) => tag);
  return wanted.find(isLanguage) ?? 'ar';
}

const weightOf = (part: string): number => {
  const [, weight] = /;\s?q=([01](?:\.\d{1,3})?)/.exec(part) ?? [];
  return weight === undefined ? 1 : Number(weight);
};
