import { readFileSync } from 'node:fs';

/** Numbers that look random and are the same in every run. */
export function seeded(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 9) % limit; // the low bits go round in circles
  };
}

const openings =
  'قال|أعلنت|أفاد مصدر بأن|ذكرت الوكالة أن|وأضاف أن|فيما|بينما|وأوضح البيان أن|في حين|كما'.split('|');
const actors =
  'القوات الحكومية|الدفاع المدني|قوات الأمن الداخلي|الطيران الحربي|فصائل محلية|الشرطة|وزارة الداخلية|مسلحون مجهولون'.split(
    '|',
  );
const objects =
  'غارة جوية على|قصفًا مدفعيًا طال|حملة اعتقالات في|عملية أمنية في|اشتباكات عنيفة في محيط|انفجار عبوة ناسفة في'.split(
    '|',
  );
const places =
  'مدينة حماة|بلدة صوران بريف حماة الشمالي|حي الشيخ مقصود|قضاء سنجار|مديرية حيس|مخيم جنين|محافظة درعا|ريف دير الزور الشرقي'.split(
    '|',
  );
const tolls =
  'ما أسفر عن مقتل ثلاثة مدنيين وإصابة 12 آخرين|وأدّى إلى إصابة طفلين وامرأة|دون وقوع إصابات|ونزوح أكثر من 1,200 عائلة|بينهم أربعة أطفال'.split(
    '|',
  );
const times =
  'يوم الخميس الماضي|فجر اليوم الأربعاء|مساء أمس|في 14 تشرين الثاني/نوفمبر 2025|منذ مطلع العام الجاري|عند الساعة ١٠:٣٠ صباحًا'.split(
    '|',
  );

/** Words of verbs of all classes, for the rare words of a text. */
export function vocabulary() {
  const table = new URL('../../../packages/arabic/cases/verbs.tsv', import.meta.url);
  const verbs = readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) => line.split(/[\t|]/))
    .filter((word) => word.length > 2);
  const fixed = [openings, actors, objects, places, tolls, times]
    .flat()
    .flatMap((phrase) => phrase.split(' '));
  const derived = verbs.flatMap((verb) => ['ال', 'وال', 'م', 'مت', 'است'].map((prefix) => prefix + verb));
  return [...new Set([...verbs, ...fixed, ...derived])].filter((word) => /^[\u0621-\u064a]+$/u.test(word));
}

/** Articles made of our own sentences, each with rare words among them, about as long as news. */
export function articles(count) {
  const random = seeded(42);
  const words = vocabulary();
  const one = (list) => list[random(list.length)];
  const rare = () => Array.from({ length: 3 + random(5) }, () => one(words)).join(' ');
  const sentence = () =>
    `${one(openings)} ${one(actors)} ${rare()} ${one(objects)} ${one(places)}، ${one(times)}، ${one(tolls)} ${rare()}.`;
  return Array.from({ length: count }, () =>
    Array.from({ length: 4 + random(8) }, () => `${sentence()} ${sentence()}`).join('\n'),
  );
}

/** Phrases of one to four words; few of one, so that about one word in five of a text belongs to a hit, as with real lexicons. */
export function phrases(count) {
  const random = seeded(7);
  const words = vocabulary();
  const wordsOf = () => (random(16) === 0 ? 1 : 2 + random(3));
  const found = new Set();
  while (found.size < count)
    found.add(Array.from({ length: wordsOf() }, () => words[random(words.length)]).join(' '));
  return [...found];
}
