import { compilePhrases } from '@rasid/arabic';
import type { Genre } from '@rasid/contracts';
import { genreWords } from '../data.ts';
import type { Sentence } from './reading.ts';

const matcher = compilePhrases<Genre>(
  [...genreWords].flatMap(
    ([genre, words]) => words.map((word) => ({ phrase: word.replaceAll('_', ' '), value: genre as Genre })), // a name of genres.tsv
  ),
  { proclitics: true },
);
const titleWeight = 3; // what the title speaks of the text is about
const anniversary =
  /^(?:\S+\s+){0,2}(?:ال|ب|بال|لل|ل)?ذكرى|في مثل هذا اليوم|^حدث في|(?:عام|عاما|عاماً|سنة|سنوات|أعوام|عقود|عقدا?ن?) على /u;
const sentence = /سجن|حبس|حكم/u; // "السجن عشر سنوات على ناشط": no anniversary
const opinion = /^(?:لماذا|كيف|هل|متى|ماذا|رأي)\s|[؟?]\s*$/u;
const statement = /^بيان|تصريح صحفي|نص البيان|البيان الختامي/u;
const gate = 4; // weight below which a text is news whatever its words
const share = 0.035; // of the words of a text: single words of a kind occur anywhere

/** The kind of text, by its words: news unless there is clear evidence. */
export function genreOf(sentences: readonly Sentence[], title: string): Genre {
  const weights = new Map<Genre, number>();
  const fields = new Set(sentences.map(({ field }) => field));
  let length = 0;
  for (const { name, tokens } of fields) {
    const weight = name === 'title' ? titleWeight : 1;
    length += tokens.length * weight;
    for (const { value } of matcher.find(tokens)) weights.set(value, (weights.get(value) ?? 0) + weight);
  }
  const [best] = [...weights].sort(([, a], [, b]) => b - a);
  if (best && best[1] >= gate && best[1] >= share * length) return best[0];
  if (anniversary.test(title) && !sentence.test(title)) return 'anniversary';
  if (opinion.test(title)) return 'opinion';
  return statement.test(title) ? 'statement' : 'news';
}
