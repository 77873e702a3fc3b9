import { describe, expect, it } from 'vitest';
import { extractEvents } from '../index.ts';
import { sampleArticle } from '../test-article.ts';

const read = (title: string, text: string) => extractEvents(sampleArticle(text, title));
const verdict = 'قضت محكمة الاستئناف اليوم الاثنين بالسجن عشر سنوات على ناشط في العاصمة.';

describe('the kind of text', () => {
  it('is no anniversary where years of prison are told', () => {
    expect(read('السجن عشر سنوات على ناشط', verdict).genre).toBe('news');
    expect(read('عشر سنوات على انفجار المرفأ', 'مرت عشر سنوات على انفجار المرفأ.').genre).toBe('anniversary');
  });
  it('is an anniversary where a page of the calendar is told, not where a day is merely named', () => {
    expect(read('حدث في 2 أكتوبر.. سقوط المدينة', 'في هذا اليوم سقطت المدينة.').genre).toBe('anniversary');
    expect(read('إصابات بمواجهات في ذكرى الاستقلال', 'أصيب عشرة متظاهرين اليوم في مواجهات.').genre).toBe(
      'news',
    );
  });
  it('is opinion under a question, which leaves the dated news of the lead', () => {
    const asked = read('ما مصير الناشط؟', verdict);
    expect(asked.genre).toBe('opinion');
    expect(asked.events.map(({ type }) => type)).toContain('judicial_proceeding');
    expect(read('ما مصير الناشط؟', 'قد تقضي المحكمة بالسجن على الناشط.').events).toEqual([]);
  });
  it('is no column where public opinion speaks', () => {
    expect(read('الرأي العام ليس مستعدا', 'قال الوزير إن الرأي العام ليس مستعدا لذلك.').genre).toBe('news');
  });
});
