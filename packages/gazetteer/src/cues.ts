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
  'بلدة بلدتي بلدات بلدية ناحية ناحيتي نواحي': 'town',
  'قرية قريتي قرى القرى مزرعة مزارع نجع عزبة مستوطنة مستوطنات كيبوتس واحة': 'village',
  'حي حيي أحياء ضاحية حارة': 'quarter',
  'مخيم مخيمي مخيمات': 'camp',
  'معبر معابر حاجز منفذ معبري': 'crossing',
  'مطار قاعدة ثكنة ميناء مرفأ معسكر مطاري': 'base',
  'محافظة محافظتي محافظات': 'governorate',
  'ريف ريفي أرياف': 'countryside',
  'قضاء مديرية مديريتي مديريات معتمدية محلية مركز لواء إقليم دائرة عمالة مقاطعة مقاطعات قضاءي أقضية':
    'district',
  'ولاية ولايتي ولايات إمارة': 'state',
  'طريق أوتوستراد جسر': 'road',
  'منطقة منطقتي مناطق جبل جبال وادي سهل جزيرة جزر نهر بادية صحراء هضبة مرتفعات تلة تلال حقل': 'area',
});

/** Admin nouns so common in other senses that a name nobody knows after them is not taken. */
export const LOOSE_NOUNS = listOf(
  'مركز دائرة طريق منطقة منطقتي مناطق إقليم قاعدة لواء جسر محلية ميناء قضاء جبل جبال سهل مطار معسكر جزيرة جزر نهر بادية صحراء هضبة مرتفعات جرود تلال حقل وادي جهة مقاطعة مقاطعات مزارع واحة هجرة ضاحية حارة حاجز منفذ معابر المدينة مديرية مديريات نواحي أقضية عمالة إمارة مرفأ ولاية ولايات',
);

/** Plural and dual admin nouns: a list of names may follow. */
export const LIST_NOUNS = listOf(
  'مدينتي مدن بلدتي بلدات قريتي قرى حيي أحياء مخيمي مخيمات محافظتي محافظات ولايتي ولايات مديريتي مديريات معبري معابر منطقتي مناطق مستوطنات جزر قضاءي أقضية مطاري',
);

/** Words before a place that tell how the event lies to it. */
export const RELATIONS: ReadonlyMap<string, Relation> = table({
  'في داخل وسط بـ ب إلى من عبر': 'in',
  'قرب بالقرب جرود محيط بمحيط أطراف مشارف تخوم ضواحي جوار بجوار محور مقربة بمحاذاة بمحور': 'near',
  'شمال جنوب شرق غرب شمالي جنوبي شرقي غربي شرقى غربى': 'near',
  بين: 'between',
  'حدود الحدود': 'border',
  'قبالة سواحل ساحل': 'off_coast',
});

/** Prepositions that say little: "من الموظفين", "إلى حل". */
export const WEAK_PREPOSITIONS: ReadonlySet<string> = new Set(['من', 'إلى', 'الى', 'عبر', 'بين', 'ل']);

/** Nouns and verbs that take a place behind them without a preposition. */
export const HOLDERS = listOf(
  'أهالي سكان أبناء مدخل مداخل شوارع أحياء أجواء سماء مفرق مفترق مثلث دوار جبهة جبهات ساحات أسواق مساجد مستشفى مشفى سجن سجون معتقل منها محكمة جنايات جنح استئناف نيابة جامعة شهدت تشهد محافظ شرطة نازحي مهجري',
);

/** Verbs of raids and moves, whose object is a place: "تقتحم قباطية". */
export const RAID_VERBS = listOf(
  'تقتحم اقتحمت يقتحم اقتحم اقتحموا تقصف قصفت يقصف تستهدف استهدفت استهدف دخلت تدخل داهمت تداهم حاصرت تحاصر غادر غادرت وصل وصلت اجتاحت اجتاح زار يزور تغرق',
);

/** Nouns that belong to a name that nobody knows: "مخيم كذا" is called a camp. */
export const SPOKEN_NOUNS = listOf('مخيم معبر مزرعة قاعدة مطار ميناء معسكر ثكنة مستوطنة كيبوتس');

/** Words may stand before "بين" that make two names the ends of a way. */
export const WAY_WORDS = listOf(
  'الطريق طريق المسافة الواصل الرابط الواصلة الرابطة يربط تربط الواقعة الواقع الرحلات رحلة رحلات الجوية البرية القطار الحدود حدود المنطقة المناطق جسر خط الدولي السريع يقع تقع',
);

/** Words that may stand between a relation word and its place. */
export const FILLERS = listOf('من مع كل كلا على');

/** Direction adjectives after or before a place. */
export const DIRECTIONS = listOf(
  'شمال جنوب شرق غرب شمالي جنوبي شرقي غربي الشمالي الجنوبي الشرقي الغربي الشمالية الجنوبية الشرقية الغربية الأوسط',
);

/** Present and past verbs of statements, whose subject is a government. */
export const STATEMENT_VERBS = listOf(
  'تدين أدانت تندد نددت ترفض رفضت تعلن أعلنت تؤكد أكدت تدعو دعت تطالب طالبت تحذر حذرت ترحب رحبت تنفي نفت تتهم اتهمت تستنكر استنكرت تستدعي استدعت تعرب أعربت تشدد شددت تقول قالت تهدد هددت توقع وقعت تفرض فرضت تستضيف تبحث تقرر قررت تعتزم تسعى تتعهد ترد ردت توافق وافقت تواصل تطلب طلبت تجدد يدين تلوح لوحت توعدت تتوعد تجري أجرت تشترط تستبعد تستغرب تأسف رفعت ترفع أبدت تبدي تقترح اقترحت تضغط تعارض تعول تراهن تستنفر تعترف اعترفت تكشف كشفت تنتقد انتقدت تبرر تشيد أشادت تثمن ثمنت تحمل حملت تستقبل احتجت تحتج طلبت أمهلت تمهل أوفدت توفد أرسلت ترسل تتمسك تتجه تدرس تستعد تعلق علقت تتفق اتفقت تتبادل تستأنف تأمل تتعهد تعهدت تشارك تلتزم التزمت تتراجع تطرد طردت تعيد تقدم تضع تسمح تمنع تحث حثت أبلغت تبلغ أوضحت توضح أقرت تقر تعد ترجح تتوقع توقعت تراقب تتابع تدعم تعين عينت',
);

/** What a country does, beside speaking. */
export const ACTION_VERBS = listOf(
  'قصفت تقصف شنت تشن استهدفت تستهدف أطلقت تطلق اعترضت تعترض أسقطت تسقط سيرت تسير سلمت تسلم تسلمت اعتقلت تعتقل أوقفت توقف أغلقت تغلق فتحت تفتح اغتالت تغتال نفذت تنفذ احتلت تحتل ضربت تضرب هاجمت تهاجم غزت تغزو أفرجت تفرج حشدت تحشد نشرت تنشر سحبت تسحب وقفت تحارب تحاصر دمرت تدمر',
);

/** Nouns whose genitive is a government: "حكومة دمشق". */
export const GOVERNMENT_NOUNS = listOf(
  'حكومة سلطات نظام إدارة موقف علاقات خارجية رئاسة سفير سفارة وفد مبعوث قوات جيش استخبارات مخابرات دفاع دبلوماسية طائرات مقاتلات سلطان ملك رئيس وزير مندوب موقف دعم تحالف حليف حلفاء سياسة اتهامات دور ضغوط ضغط تهديدات',
);

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
