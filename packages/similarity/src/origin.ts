import { lookupKey } from '@rasid/arabic';

export type Origin = { id: string; basis: 'byline' | 'dateline' | 'text-copy' | 'outlet' };

/** Agencies by the ways their sign is written. */
const agencies: { id: string; signs: string[] }[] = [
  { id: 'reuters', signs: ['رويترز', 'reuters'] },
  { id: 'afp', signs: ['ا ف ب', 'أ.ف.ب', 'فرانس برس', 'ا.ف.ب', 'afp'] },
  { id: 'ap', signs: ['اسوشيتد برس', 'ا ب', 'ap'] },
  { id: 'dpa', signs: ['د ب ا', 'dpa', 'د.ب.أ'] },
  { id: 'anadolu', signs: ['الاناضول', 'anadolu'] },
  { id: 'sana', signs: ['سانا'] },
  { id: 'wafa', signs: ['وفا'] },
  { id: 'mena', signs: ['ا ش ا', 'أ ش أ'] },
  { id: 'spa', signs: ['واس'] },
  { id: 'petra', signs: ['بترا'] },
  { id: 'kuna', signs: ['كونا'] },
  { id: 'wam', signs: ['وام'] },
  { id: 'qna', signs: ['قنا'] },
  { id: 'suna', signs: ['سونا'] },
  { id: 'xinhua', signs: ['شينخوا', 'xinhua'] },
  { id: 'tass', signs: ['تاس'] },
];
const bySign = new Map(
  agencies.flatMap(({ id, signs }) => signs.map((sign): [string, string] => [keyOf(sign), id])),
);

function keyOf(text: string): string {
  return lookupKey(text)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** Whose words a text is by what it says itself: an agency in the byline, the dateline or at the end; otherwise the outlet's. */
export function findOrigin(article: { text: string; authors: readonly string[]; outletId: string }): Origin {
  const byline = article.authors
    .map((author) => bySign.get(keyOf(author).replace(/^وكاله /, '')))
    .find((id) => id !== undefined);
  if (byline) return { id: byline, basis: 'byline' };
  const opening = article.text.slice(0, 80);
  const dateline =
    /^[^\n]{2,40}?[-\u2013\u2014/(]\s{0,2}["\u00ab(]?\s{0,2}([^\n"\u00bb):/\u2013-]{2,25})/u.exec(opening);
  const sign = dateline ? bySign.get(keyOf(dateline[1] ?? '').replace(/^وكاله (?:انباء )?/, '')) : undefined;
  if (sign) return { id: sign, basis: 'dateline' };
  const ending = /\(([^()\n]{2,20})\)\s{0,3}\.?\s{0,3}$/u.exec(article.text.slice(-40));
  const last = ending ? bySign.get(keyOf(ending[1] ?? '')) : undefined;
  return last ? { id: last, basis: 'byline' } : { id: article.outletId, basis: 'outlet' };
}
