import { standsAt, standsIn, type WordList } from './pattern.ts';
import { clauseAt, type Sentence } from './reading.ts';
import { type Trigger, wordList } from './triggers.ts';

/** How a trigger is built into its clause: told for itself, or as the aim, the wish or the setting of something else. */
export type Setting = {
  isPurpose: boolean;
  isWished: boolean;
  isSetting: boolean;
  isRelative: boolean;
  isQuoted: boolean;
  /** Plotted or meant, not done: "كان يخطط لتنفيذ هجوم". */
  isPlot: boolean;
  /** Told by a film, a series or a novel: "تدور أحداث المسلسل حول جريمة". */
  isTale: boolean;
};

const purpose = wordList(
  'من_أجل بهدف بغية لغرض محاولة سعيا تمهيدا قبيل استعدادا @سعى:يسعى @هدف @حاول @أراد:يريد @رغب'.split(' '),
);
const wished = wordList(
  '@طالب #مطالبة @دعا:يدعو دعوة دعوات ضرورة يجب ينبغي احتمال إمكانية #خطة مقترح اقتراح أمل آمال تهديد @هدد #منع #مكافحة مخاوف خشية خطر تجنب حق مشروع @لوح @حذر @ناشد إذا لو قد_يكون قد_تكون قد_يؤدي قد_تؤدي قد_يتم قد_تتم قد_يشهد قد_تشهد قد_يصل قد_تصل يمكن #فكرة رغبة احتمالات سيناريو مبادرة مواجهة محاربة بتهمة بتهم تهمة تهم المتهمين متهمين متهم المتهم'.split(
    ' ',
  ),
);
const setting = wordList(
  'بعد عقب إثر خلال أثناء غداة منذ قبل بسبب جراء نتيجة ضد رغم ظل وسط خلفية أعقاب ردا حول بشأن عن مع_استمرار في_ظل تصاعد استمرار تجدد بعيد حيال إزاء تجاه سلسلة ملف قضية أزمة'.split(
    ' ',
  ),
);
/** "مصابي تفجير", "منفذ الهجوم": the happening is what somebody or something belongs to. */
const owned = wordList(
  'مصابي ضحايا شهداء جرحى متضرري المتضررين_من المصابين_في الناجين_من ملابسات تفاصيل منفذ منفذي مرتكب مرتكبي موقع ذكرى تداعيات آثار أسباب'.split(
    ' ',
  ),
);
const plot = wordList(
  '@خطط #تخطيط #تحضير #إعداد @اعتزم:يعتزم @نوى:ينوي نية بصدد #مخطط مخططات استعداد'.split(' '),
);
const exposed = wordList('@تعرض #تعرض ضحية هدفا عرضة'.split(' '));
const plotReach = 6; // tokens: "يخططون لاستهداف عدة منشآت"
const relative = wordList(['الذي', 'التي', 'الذين', 'اللذين', 'اللتين', 'ممن']);
const tales = wordList(
  'تدور_أحداث تدور_أحداثه تدور_أحداثها يحكي_الفيلم تحكي_الرواية يحكي_قصة تحكي_قصة قصة_الفيلم الفيلم المسلسل الرواية المسرحية المسلسل_الدرامي فيلما رواية_عن فيلم_عن مسلسل_عن'.split(
    ' ',
  ),
);
const near = 3; // tokens before a trigger that bear on it
const quotes = /["\u201c\u201d\u00ab\u00bb]/u;

/** Looks at the words before a trigger, inside its clause. */
export function settingOf(sentence: Sentence, trigger: Trigger): Setting {
  const { readings, tokens } = sentence.field;
  const [first] = clauseAt(sentence, trigger.from);
  const has = (words: WordList, reach = near) =>
    standsIn(words, readings, Math.max(first, trigger.from - reach), trigger.from);
  const isNoun = trigger.form.pos !== 'verb';
  const isAim = isNoun && trigger.reading.preposition === 'ل' && !has(exposed, plotReach);
  return {
    isPlot: isNoun && (isAim || has(plot, plotReach)),
    isTale: has(tales, plotReach),
    isPurpose: isAim || has(purpose),
    isWished: has(wished),
    isSetting:
      standsAt(setting, readings, first, trigger.from) || has(setting, 2) || (isNoun && has(owned, 2)),
    isRelative: has(relative),
    isQuoted: quotes.test(tokens[trigger.from - 1]?.text ?? ''),
  };
}
