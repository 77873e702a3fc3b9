import { compilePhrases } from '@rasid/arabic';
import type { Genre } from '@rasid/contracts';
import type { Sentence } from './reading.ts';

/** Words that mark a kind of text: weight 2 a hit in the title, 1 in the text. */
const marks: Partial<Record<Genre, string>> = {
  sport:
    'مباراة;المباراة;مباريات;الدوري;ملعب;مدرب;المدرب;المنتخب;منتخب;لاعب;اللاعب;لاعبي;لاعبين;هدف;كأس;بطولة;البطولة;الفريق;النادي;الشوط;ركلة جزاء;الدقيقة;النهائي;الحكم;الجماهير;الاتحاد الآسيوي;فيفا;الأولمبية;الهلال;النصر;الأهلي',
  culture:
    'ألبوم;فيلم;الفيلم;مسلسل;المسلسل;رواية;مهرجان;المهرجان;الفنان;الفنانة;أغنية;أغنيات;مسرحية;السينما;معرض;المتاحف;أثرية;الشاعر;الأدبي;الثقافة;ثقافية',
  science:
    'دراسة;الدراسة;الباحثون;باحثون;علماء;العلماء;ناسا;الفضاء;كوكب;الهاتف;تطبيق;غوغل;فيسبوك;آبل;تويتر;جينات;الذكاء الاصطناعي;أبحاث',
  economy: 'أرباح;البورصة;الأسهم;سهم;مؤشر;التداول;الشركة;إيرادات;السوق المالية;المستثمرين;برميل',
  service: 'الطقس;درجات الحرارة;الأرصاد;حالة الطقس;أبراج;مواقيت;وصفة',
};
const matcher = compilePhrases<Genre>(
  Object.entries(marks).flatMap(
    ([genre, words]) => words.split(';').map((phrase) => ({ phrase, value: genre as Genre })), // keys of the record above
  ),
);
const anniversary = /ذكرى|الذكرى|في مثل هذا اليوم/u;
const opinion = /^(?:لماذا|كيف|هل|متى)\s|رأي|[؟?]\s*$/u;
const gate = 5; // weight from which the whole text is of that kind; single words occur anywhere

/** The kind of text, by its words: news unless there is clear evidence. */
export function genreOf(sentences: readonly Sentence[], title: string): Genre {
  const weights = new Map<Genre, number>();
  const fields = new Set(sentences.map(({ field }) => field));
  for (const field of fields) {
    const weight = field.name === 'title' ? 2 : 1;
    for (const { value } of matcher.find(field.tokens))
      weights.set(value, (weights.get(value) ?? 0) + weight);
  }
  const [best] = [...weights].sort(([, a], [, b]) => b - a);
  if (best && best[1] >= gate) return best[0];
  if (anniversary.test(title)) return 'anniversary';
  if (opinion.test(title)) return 'opinion';
  return 'news';
}
