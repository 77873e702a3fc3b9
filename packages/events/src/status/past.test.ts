import { describe, expect, it } from 'vitest';
import { incidentsIn } from '../test-article.ts';

/** The incidents of a type an article tells. */
const told = (type: string, text: string, publishedAt: string | null) =>
  incidentsIn(text, '', publishedAt)
    .map(({ head }) => head)
    .filter((head) => head.type === type);
const pastOf = (type: string, text: string, publishedAt: string | null = null) =>
  told(type, text, publishedAt).map(({ isBackground }) => isBackground);

const opening = 'عقدت الحكومة اجتماعا لبحث الأوضاع في البلاد.\nوقال الوزير إن الوضع صعب في كل المناطق.\n';

describe('now or then', () => {
  it('takes a day of this week for news although nobody knows the day of publication', () => {
    const text = (when: string) => `${opening}وكانت المدفعية قصفت ${when} بلدة سرمين وقتلت ثلاثة مدنيين.`;
    for (const when of ['أمس الأحد', 'الخميس الماضي', 'الأسبوع الماضي', 'مطلع الشهر الجاري'])
      expect(pastOf('shelling_missile', text(when)), when).toEqual([false]);
    for (const when of ['في آذار الماضي', 'العام الماضي', 'قبل سنوات'])
      expect(pastOf('shelling_missile', text(when)), when).toEqual([true]);
  });
  it('asks the date of the happening, not any of its sentence', () => {
    const text = (end: string) => `${opening}وقصفت المدفعية أمس بلدة سرمين ${end}.`;
    expect(pastOf('shelling_missile', text('التي خسرتها المعارضة في آذار الماضي'))).toEqual([false]);
  });
  it('takes a day with its year for another year where nobody knows the day of publication', () => {
    const text = `${opening}وقصفت المدفعية في 23 نوفمبر 2011 بلدة سرمين.`;
    expect(pastOf('shelling_missile', text)).toEqual([true]);
    expect(pastOf('shelling_missile', text, '2011-11-25')).toEqual([false]);
  });
  it('gives the news of a lead no old date of what it is about', () => {
    const lead = 'قضت محكمة الجنايات بإعدام ستة رجال بعد إدانتهم باقتحام مركز الشرطة في المدينة عام 2013.';
    const [head] = told('judicial_proceeding', lead, '2025-03-10');
    expect(head).toMatchObject({ isBackground: false, date: null });
    expect(pastOf('judicial_proceeding', `${opening}${lead}`, '2025-03-10')).toEqual([true]);
    const own = 'قضت محكمة الجنايات عام 2013 بإعدام ستة رجال أدينوا باقتحام مركز الشرطة.';
    expect(pastOf('judicial_proceeding', own, '2025-03-10')).toEqual([true]);
  });
  it('takes what a span of years lies behind for past', () => {
    const text = (span: string) => `${opening}وجاء القرار بعد ${span} إطلاق النار على حافلة في مدينة درنة.`;
    expect(pastOf('armed_attack', text('ثلاث سنوات تقريبا على'), '2025-03-10')).toEqual([true]);
    expect(pastOf('armed_attack', text('ساعات على'), '2025-03-10')).toEqual([false]);
  });
  it('takes what lasts since long before for what lies behind the news', () => {
    const text = (since: string) =>
      `${opening}وتشن قوات الجيش منذ ${since} هجوما واسعا على بلدة سرمين لطرد المسلحين.`;
    for (const since of ['شباط الماضي', 'عام 2024', 'سنوات'])
      expect(pastOf('armed_clash', text(since), '2025-12-03'), since).toEqual([true]);
    expect(pastOf('armed_clash', text('الاثنين الماضي'), '2025-12-03')).toEqual([false]);
  });
  it('takes what a sentence tells that opens with "since" for what lies behind the news', () => {
    const text = (since: string) => `${opening}ومنذ ${since}، اعتقلت الشرطة نحو 150 شخصا في مدينة صفاقس.`;
    for (const since of ['ذلك الحين', 'هجوم سوسة', 'شباط'])
      expect(pastOf('arrest', text(since)), since).toEqual([true]);
    for (const since of ['أيام', 'نحو ثلاثة أيام', 'صباح الأحد'])
      expect(pastOf('arrest', text(since)), since).toEqual([false]);
  });
  it('takes "at that time" for then, "earlier" for the news', () => {
    const text = (when: string) => `${opening}${when} اعتقلت الشرطة ثلاثة رجال في مدينة صفاقس.`;
    expect(pastOf('arrest', text('وقال الوزير إنه زار المدينة حينها و'))).toEqual([true]);
    expect(pastOf('arrest', text('وفي وقت سابق،'))).toEqual([false]);
  });
  it('gives what follows from a treaty no year in which the treaty was signed', () => {
    const text = (year: string) =>
      `${opening}وقال الوزير إن واشنطن فرضت عقوبات على طهران بعد الانسحاب من الاتفاق ${year}.`;
    expect(pastOf('sanctions_rupture', text('المبرم مع طهران عام 2015'), '2018-05-10')).toEqual([false]);
    expect(pastOf('sanctions_rupture', text('في عام 2015'), '2018-05-10')).toEqual([true]);
  });
  it('lets "had" reach to the end of its clause', () => {
    const first = `${opening}وكانت المدينة قد شهدت مهرجانا كبيرا`;
    expect(pastOf('bombing', `${first}، فيما انفجرت عبوة ناسفة في سوق الخضار.`)).toEqual([false]);
    expect(pastOf('bombing', `${first} وانفجرت عبوة ناسفة في سوق الخضار.`)).toEqual([true]);
  });
});
