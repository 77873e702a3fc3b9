import type { Language } from '../reader.ts';

/**
 * What goes wrong between a site and its reader, in Arabic: the words the fetcher and the feed reader write to logs and
 * notes, `*` for what they name. One a line: those words, a bar, the same in Arabic with `*` in the same order.
 */
const lines = `
status * without a body|الرد * بلا محتوى
status *|رمز الحالة *
is being asked already|يُستطلع الآن
not in the catalogue|ليس في القائمة
304 to a plain request|رد 304 على طلب غير مشروط
No address for * (*)|لا عنوان للمضيف * (*)
TLS of *: the certificate has expired (*)|اتصال * المؤمَّن: انتهت صلاحية الشهادة (*)
TLS of *: the certificate is not valid yet (*)|اتصال * المؤمَّن: لم يحن سريان الشهادة بعد (*)
TLS of *: the certificate is self-signed (*)|اتصال * المؤمَّن: الشهادة موقّعة ذاتياً (*)
TLS of *: the certificate chain is self-signed (*)|اتصال * المؤمَّن: سلسلة الشهادات موقّعة ذاتياً (*)
TLS of *: an intermediate certificate is missing (*)|اتصال * المؤمَّن: تنقص شهادة وسيطة (*)
TLS of *: the issuer of the certificate is unknown (*)|اتصال * المؤمَّن: جهة إصدار الشهادة مجهولة (*)
TLS of *: the certificate is for another name (*)|اتصال * المؤمَّن: الشهادة لاسم آخر (*)
TLS of *: no TLS is spoken there (*)|اتصال * المؤمَّن: المضيف لا يستخدم TLS (*)
TLS of *: *|اتصال * المؤمَّن: *
* took too long|تأخر * في الرد
* breaks HTTP: *|رد * يخالف HTTP: *
* redirects more than * times|يحيل * إلى عنوان آخر أكثر من * مرات
* redirects in a circle|يحيل * إلى عناوين تعود إليه
* is not a public address (RASID_ALLOW_PRIVATE opens it)|* ليس عنواناً عاماً (يتيحه RASID_ALLOW_PRIVATE)
More than * bytes after decoding|أكثر من * بايت بعد فك الضغط
Packed as *, which was not asked for|مضغوط بصيغة * ولم تُطلب
Not a web address: *|ليس عنوان ويب: *
longer than 10 MB: its beginning was read|أطول من 10 ميغابايت: قُرئت بدايته
compressed beyond measure|مضغوط بما يفوق كل حد
declared *, is utf-8|معلن بترميز * وهو utf-8
declared *, read as *|معلن بترميز * وقُرئ على أنه *
charset undeclared, read as *|لم يُعلن الترميز وقُرئ على أنه *
letters encoded twice|حروف مرمّزة مرتين
broken bytes in utf-8|بايتات تالفة في utf-8
bare ampersands|علامات & غير مرمّزة
undeclared entities|رموز كيانات غير معرّفة
cut off|مبتور
wrong end tags|وسوم إغلاق خاطئة
missing end tags|وسوم إغلاق ناقصة
broken attributes|سمات تالفة
duplicate attributes|سمات مكررة
broken tags|وسوم تالفة
stray <|علامة < في غير موضعها
control characters|محارف تحكم
CDATA without an end|كتلة CDATA بلا نهاية
CDATA without a beginning|كتلة CDATA بلا بداية
CDATA within CDATA|كتلة CDATA داخل أخرى
escaped CDATA|كتلة CDATA مرمّزة
escaped as a whole|الوثيقة كلها مرمّزة
entities of its own|كيانات خاصة بالوثيقة
text before the prolog|نص قبل مقدمة الوثيقة
text outside the feed|نص خارج الخلاصة
broken JSON|JSON تالف
not well-formed: *|وثيقة غير سليمة البنية: *
more than * entries|أكثر من * مادة
two readings: * and * items|قراءتان: * و* مادة
double-encoded HTML|HTML مرمّز مرتين
double-encoded links|روابط مرمّزة مرتين
dates without a zone|تواريخ بلا منطقة زمنية
unreadable dates|تواريخ لا تُقرأ
links that lead nowhere|روابط لا تؤدي إلى شيء
links beside their element|روابط خارج عنصرها
relative links without a base|روابط نسبية بلا عنوان أساس
relative links|روابط نسبية
blanks in links|فراغات في الروابط
`;

const rows = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [said = '', arabic = said] = line.split('|');
    const pattern = said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '(.+)');
    return { pattern: new RegExp(`^${pattern}$`), arabic };
  });

/** Several stand in one note, apart by "; ". What has no line stays as it is. */
export function diagnosis(language: Language, note: string): string {
  if (language === 'en') return note;
  return note.split('; ').map(inArabic).join('؛ ');
}

function inArabic(said: string): string {
  for (const { pattern, arabic } of rows) {
    const found = pattern.exec(said);
    if (!found) continue;
    let at = 0;
    return arabic.replace(/\*/g, () => `\u2068${found[++at] ?? ''}\u2069`);
  }
  return said;
}
