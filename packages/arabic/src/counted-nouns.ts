import { lookupKey } from './canonical.ts';
import { inflectNoun } from './inflect-noun.ts';
import { kept } from './kept.ts';

/** `bare` is a singular that counts nothing by itself. */
export type NounForm = { lemma: string; isPerson: boolean; number: 'singular' | 'dual' | 'plural' | 'bare' };

/** People that news counts: singular and plurals; `ون` and `ات` stand for the sound plurals. */
const people = `
شخص أشخاص|مدني ون|قتيل قتلى|قتيلة ات|شهيد شهداء|شهيدة ات|ضحية ضحايا|جثة جثث|جثمان جثامين|وفاة وفيات
جريح جرحى|جريحة ات|مصاب ون|مصابة ات|إصابة ات|حالة ات|عنصر عناصر|طفل أطفال|طفلة ات|رضيع رضع|رضيعة ات|فتى فتيان|فتاة فتيات
امرأة نساء|سيدة ات|رجل رجال|شاب شبان شباب|شابة ات|مسن ون|مسنة ات|مواطن ون|مواطنة ات|لاجئ ون|نازح ون|مهاجر ون|مهجر ون|مشرد ون
جندي جنود|ضابط ضباط|شرطي ون|مسلح ون|مقاتل ون|إرهابي ون|متطرف ون|مرتزق مرتزقة|مستوطن ون|قيادي ون|قائد قادة
معتقل ون|معتقلة ات|موقوف ون|محتجز ون|متهم ون|مطلوب ون|مشتبه ون|مدان ون|سجين سجناء|أسير أسرى|أسيرة ات|رهينة رهائن|مخطوف ون|مختطف ون
مفقود ون|ناجي ناجون|مرتاد ون|زبون زبائن|نزيل نزلاء|عائلة ات عوائل|أسرة أسر|متظاهر ون|محتج ون|معتصم ون|مشارك ون|راكب ركاب|مسافر ون|حاج حجاج|معتمر ون|سائح سياح|سائق ون
عامل عمال ون|موظف ون|طالب طلاب طلبة|طالبة ات|تلميذ تلاميذ|معلم ون|مدرس ون|طبيب أطباء|مسعف ون|ممرض ون|متطوع ون|صحفي ون|صحافي ون
ناشط ون نشطاء|ناشطة ات|نائب نواب|مزارع ون|فلاح ون|صياد ون|مهرب ون|تاجر تجار|حارس حراس|متسلل ون|مصلي مصلون|متطوعة ات|مهاجم ون|قاصر ون قصر|مراسل ون|مراسلة ات|مصور ون|مريض مرضى
بحار بحارة|طيار ون|وافد ون|لص لصوص|خاطف ون|قناص ون قناصة|متمرد ون|متشدد ون|معلمة ات|ممرضة ات|طبيبة ات|موظفة ات|مختطفة ات|محتجزة ات
قس قساوسة|كاهن كهنة|راهب رهبان|راهبة ات|مجند ون|دركي ون|عون أعوان|زائر زوار|متسوق ون|متنزه ون|غواص ون|متفرج ون|بائع باعة|مظلي ون|سائحة ات
`;

/** Nationalities: counted in the plural and after a number; alone they are adjectives. */
const nationalities =
  'فلسطيني سوري عراقي لبناني يمني ليبي سوداني مصري أردني سعودي تونسي جزائري مغربي كويتي قطري بحريني عماني إماراتي صومالي موريتاني إسرائيلي تركي إيراني كردي أميركي أمريكي روسي أوكراني فرنسي بريطاني ألماني إيطالي صيني هندي باكستاني أفغاني إثيوبي إريتري'
    .split(' ')
    .map((singular) => `${singular} ون`)
    .concat(
      'تركي أتراك|كردي أكراد|عربي عرب|روسي روس|هندي هنود|أفغاني أفغان|مغربي مغاربة|يهودي يهود'.split('|'),
    );

/** People whose singular is as often an adjective, a title or another word. */
const others = `
عضو أعضاء|مسؤول ون|لاعب ون|شقيق أشقاء|زوجة ات|ابن أبناء|أخ إخوة|منفذ ون|قاتل قتلة|مجرم ون|مخالف ون|مقيم ون|مشجع ون|مختص ون
عسكري ون|انتحاري ون|إعلامي ون|شخصية ات|مدنية ات
`;

/** Things of an incident whose bare singular counts one, as that of people does. */
const singularThings = 'غارة ات|صاروخ صواريخ|قذيفة قذائف|منزل منازل';

/** Other things: a bare singular is no count (مسيرة can be an adjective, مدينة is a place). */
const things = `
مسيرة ات|طائرة ات|مروحية ات|دبابة ات|آلية ات|مدرعة ات|عربة ات|سيارة ات|مركبة ات|شاحنة ات|حافلة ات|صهريج صهاريج|دراجة ات|قارب قوارب|سفينة سفن|زورق زوارق
بيت بيوت|مبنى مباني مبان|مدرسة مدارس|مستشفى مستشفيات|مسجد مساجد|كنيسة كنائس|قرية قرى|بلدة ات|مدينة مدن|حي أحياء|محل محال محلات|متجر متاجر|خيمة خيام خيم
عبوة ات|لغم ألغام|قنبلة قنابل|رصاصة ات|بندقية بنادق|مسدس ات|قطعة قطع|ضربة ات|هجوم هجمات|عملية ات|اشتباك ات|انفجار ات|حريق حرائق|حادث حوادث|حادثة حوادث
خرق خروق خروقات|انتهاك ات|مظاهرة ات|احتجاج ات|اعتداء ات|رشقة ات|برميل براميل|دولة دول|محافظة ات|مقعد مقاعد|صوت أصوات|قضية قضايا|رأس رؤوس|حاجز حواجز
موقع مواقع|نقطة نقاط|مقر ات مقار|شركة ات|مؤسسة ات|منشأة منشآت|محطة ات|جسر جسور|هزة ات|زلزال زلازل|حقيبة حقائب|سلة سلال|طرد طرود|قافلة قوافل
ولاية ات|منطقة مناطق|مديرية ات|إقليم أقاليم|فريق فرق|هدف أهداف
`;

const entriesOf = (text: string) =>
  text
    .trim()
    .split(/[|\n]/)
    .map((line) => line.trim().split(' '));

/** The form a strong key is of a counted noun. Where a dual is written like a plural (مدنيين) it is the plural. */
export const nounFormOf: ReadonlyMap<string, NounForm> = index();

function index(): Map<string, NounForm> {
  const forms = new Map<string, NounForm>();
  const rank = { bare: 0, singular: 0, dual: 1, plural: 2 };
  const add = (entry: readonly string[], isPerson: boolean, countsAlone: boolean) => {
    const [singular = '', ...plural] = entry;
    const lemma = lookupKey(singular);
    for (const { text, number, construct } of inflectNoun({ singular, plural })) {
      if (number === 'dual' && construct) continue; // قتيلا القصف is written like the accusative قتيلاً
      const key = lookupKey(text);
      const known = forms.get(key);
      const isBare = number === 'singular' && !countsAlone;
      const form: NounForm = { lemma, isPerson, number: isBare ? 'bare' : number };
      if (known === undefined || rank[known.number] < rank[form.number]) forms.set(key, form);
    }
  };
  for (const entry of entriesOf(people)) add(entry, true, true);
  for (const entry of entriesOf(singularThings)) add(entry, false, true);
  for (const entry of entriesOf(nationalities.join('|'))) add(entry, true, false);
  for (const entry of entriesOf(others)) add(entry, true, false);
  for (const entry of entriesOf(things)) add(entry, false, false);
  forms.delete('طالبان'); // the movement
  for (const key of ['اخرين', 'اخرون']) forms.set(key, { lemma: 'اخر', isPerson: true, number: 'plural' });
  for (const key of ['اخران']) forms.set(key, { lemma: 'اخر', isPerson: true, number: 'dual' });
  return forms;
}

const prefixes = ['و', 'ف', 'ب', 'ل', 'ال', 'وال', 'بال', 'فال', 'لل', 'وب', 'ول', 'ولل', 'وبال', 'كال'];
const prefixesBy = new Map<string, string[]>();
for (const prefix of prefixes)
  prefixesBy.set(prefix[0] ?? '', [...(prefixesBy.get(prefix[0] ?? '') ?? []), prefix]);
const minStem = 2;

/** The counted noun behind a key, with or without the particles written onto it. */
export const nounAt = (key: string): NounForm | undefined => nounOf(key) ?? undefined;

const nounOf = kept((key): NounForm | null => nounFormOf.get(key) ?? behindParticle(key));

function behindParticle(key: string): NounForm | null {
  for (const prefix of prefixesBy.get(key[0] ?? '') ?? []) {
    if (key.length < prefix.length + minStem || !key.startsWith(prefix)) continue;
    const form = nounFormOf.get(key.slice(prefix.length));
    if (form !== undefined) return form;
  }
  return null;
}

/** The noun right after a number: bare, or definite after "of" ("8 من المصابين") and after a vague quantity. */
export const nounAfterNumber = (key: string, mayBeDefinite: boolean): NounForm | undefined =>
  nounFormOf.get(key) ?? (mayBeDefinite && key.startsWith('ال') ? nounFormOf.get(key.slice(2)) : undefined);
