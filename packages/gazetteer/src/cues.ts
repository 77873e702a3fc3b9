import { lookupKey } from '@rasid/arabic';
import type { AdminNoun, Relation } from './types.ts';

const table = <T>(rows: Record<string, T>): ReadonlyMap<string, T> => {
  const map = new Map<string, T>();
  for (const [words, value] of Object.entries(rows))
    for (const word of words.split(' ')) map.set(lookupKey(word), value);
  return map;
};

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(lookupKey));

/** Nouns that announce a place, with the kind they announce. */
export const ADMIN_NOUNS: ReadonlyMap<string, AdminNoun> = table({
  'مدينة مدينتي مدن': 'city',
  'بلدة بلدتي بلدات بلدية': 'town',
  'قرية قريتي قرى القرى مزرعة مزارع نجع عزبة': 'village',
  'حي حيي أحياء ضاحية': 'quarter',
  'مخيم مخيمي مخيمات': 'camp',
  'معبر معابر حاجز منفذ': 'crossing',
  'مطار قاعدة ثكنة ميناء مرفأ': 'base',
  'محافظة محافظتي محافظات': 'governorate',
  'ريف ريفي أرياف': 'countryside',
  'قضاء ناحية مديرية معتمدية محلية مركز لواء إقليم دائرة': 'district',
  'ولاية ولايتي ولايات إمارة': 'state',
  'طريق أوتوستراد جسر': 'road',
  'منطقة منطقتي مناطق جبل جبال وادي سهل جزيرة': 'area',
});

/** Admin nouns so common in other senses that a name nobody knows after them is not taken. */
export const LOOSE_NOUNS = listOf(
  'مركز دائرة طريق منطقة منطقتي مناطق إقليم قاعدة لواء جسر محلية ميناء قضاء جبل جبال سهل',
);

/** Plural and dual admin nouns: a list of names may follow. */
export const LIST_NOUNS = listOf(
  'مدينتي مدن بلدتي بلدات قريتي قرى حيي أحياء مخيمي مخيمات محافظتي محافظات ولايتي',
);

/** Words before a place that tell how the event lies to it. */
export const RELATIONS: ReadonlyMap<string, Relation> = table({
  'في داخل وسط بـ ب إلى من عبر': 'in',
  'قرب بالقرب محيط بمحيط أطراف مشارف تخوم ضواحي جوار بجوار محور': 'near',
  'شمال جنوب شرق غرب شمالي جنوبي شرقي غربي شرقى غربى بشمال بجنوب': 'near',
  بين: 'between',
  'حدود الحدود': 'border',
  'قبالة سواحل ساحل': 'off_coast',
});

/** Words that may stand between a relation word and its place. */
export const FILLERS = listOf('من مع كل كلا على');

/** Direction adjectives after or before a place. */
export const DIRECTIONS = listOf(
  'شمال جنوب شرق غرب شمالي جنوبي شرقي غربي الشمالي الجنوبي الشرقي الغربي الشمالية الجنوبية الشرقية الغربية الأوسط',
);

/** Present and past verbs of statements, whose subject is a government. */
export const STATEMENT_VERBS = listOf(
  'تدين أدانت تندد نددت ترفض رفضت تعلن أعلنت تؤكد أكدت تدعو دعت تطالب طالبت تحذر حذرت ترحب رحبت تنفي نفت تتهم اتهمت تستنكر استنكرت تستدعي استدعت تعرب أعربت تشدد شددت تقول قالت تهدد هددت توقع وقعت تفرض فرضت تستضيف تبحث تقرر قررت تعتزم تسعى تتعهد ترد ردت توافق وافقت تواصل تطلب طلبت تجدد',
);

/** Nouns whose genitive is a government: "حكومة دمشق". */
export const GOVERNMENT_NOUNS = listOf('حكومة سلطات نظام إدارة موقف علاقات');

/** First words of place names made of two words. */
export const COMPOUND_HEADS = listOf(
  'تل أم أبو عين كفر دير بني خان بيت جسر رأس وادي جبل شيخ خربة مزرعة باب جب عرب برج قصر سد نبع حوش مرج ظهر تلة حصن قلعة سيدي أولاد آل بئر بير جرف رسم زاوية',
);

/** Adjectives that close a two-word place name. */
export const NAME_ADJECTIVES = listOf(
  'الكبيرة الصغيرة الكبرى الصغرى الكبير الصغير الشرقية الغربية الشمالية الجنوبية الشرقي الغربي الشمالي الجنوبي الفوقا التحتا الفوقاني التحتاني الجديدة القديمة الجديد القديم الفوقانية التحتانية',
);

/** Words that never are a place name by themselves. */
export const NOT_NAMES = listOf(
  'التي الذي الذين اللتين في من على إلى عن مع بين أن إن كما قد لم لا ما هذا هذه ذلك تلك بعد قبل عدة عدد كل بعض أخرى أخر مختلفة عربية سورية عراقية يمنية لبنانية سودانية ليبية فلسطينية مصرية سكنية صناعية جديدة كبيرة صغيرة ساحلية حدودية مجاورة قريبة واحدة كاملة كانت كان وهي وهو هي هو لها له تابعة محتلة السكنية الصناعية الجامعية الرياضية الطبية الحدودية القديمة الجديدة المذكورة نفسها ذاتها المجاورة القريبة القانون الشباب الاستقلال المحررة المحتلة العدو النازحين اللاجئين للنازحين للاجئين',
);
