import { describe, expect, it } from 'vitest';
import { splitSentences } from './index.ts';

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));
const clauses = (text: string) =>
  splitSentences(text).flatMap((sentence) =>
    sentence.clauses.map(({ start, end }) => text.slice(start, end)),
  );

describe('sentences', () => {
  it.each([
    ['قال د. أحمد إنه غادر. ثم عاد\nوانتهى الأمر', ['قال د. أحمد إنه غادر.', 'ثم عاد', 'وانتهى الأمر']],
    ['نقلت أ. ف. ب عنه ذلك. وعاد', ['نقلت أ. ف. ب عنه ذلك.', 'وعاد']],
    ['عاد في 2015 م. ثم غادر', ['عاد في 2015 م.', 'ثم غادر']],
    ['وقع عام 2015. وعاد', ['وقع عام 2015.', 'وعاد']],
    ['بلغت 3.5 درجات. وعادت', ['بلغت 3.5 درجات.', 'وعادت']],
    ['انتهى القصف.وقال الدفاع', ['انتهى القصف.', 'وقال الدفاع']],
    ['نشر على aljazeera.net خبرا', ['نشر على aljazeera.net خبرا']],
    ['قال: "لن نعود." ثم غادر', ['قال: "لن نعود."', 'ثم غادر']],
    ['لماذا عاد؟! لا أحد يعلم', ['لماذا عاد؟!', 'لا أحد يعلم']],
    ['ريف حلب.. مقتل خمسة أطفال', ['ريف حلب.. مقتل خمسة أطفال']],
    ['عاد الهدوء... ثم انفجرت', ['عاد الهدوء...', 'ثم انفجرت']],
    ['1. قصف البلدة\n2. اعتقال ثلاثة', ['1. قصف البلدة', '2. اعتقال ثلاثة']],
    ['قصف البلدة؛ وقتل ثلاثة', ['قصف البلدة؛', 'وقتل ثلاثة']],
    ['سطر\u2028آخر', ['سطر', 'آخر']],
    ['', []],
  ])('%s', (text, wanted) => expect(sentences(text)).toEqual(wanted));

  it('know when they begin inside a quotation', () => {
    const found = splitSentences('قال: «لن نعود. سنبقى هنا». ثم غادر.');
    expect(found.map(({ isQuoted }) => isQuoted)).toEqual([false, true, false]);
  });

  it('forget a quotation mark that nobody closed at the end of the line', () => {
    expect(splitSentences('قال "لن نعود.\nثم غادر.').map(({ isQuoted }) => isQuoted)).toEqual([false, false]);
  });
});

describe('clauses', () => {
  it.each([
    ['قصفت الطائرات البلدة فيما أصيب ثلاثة مدنيين', ['قصفت الطائرات البلدة', 'فيما أصيب ثلاثة مدنيين']],
    ['قتل مدني في القصف، وأصيب ثلاثة من أطفاله', ['قتل مدني في القصف،', 'وأصيب ثلاثة من أطفاله']],
    ['ضبطت أحزمة وعبوات، صواريخ، قنابل', ['ضبطت أحزمة وعبوات، صواريخ، قنابل']],
    [
      'قال الوزير اليوم "عدنا إلى البلاد، بعد عام من الحرب"',
      ['قال الوزير اليوم "عدنا إلى البلاد، بعد عام من الحرب"'],
    ],
    ['انتهى الاجتماع أمس إلى ذلك قال الوزير', ['انتهى الاجتماع أمس', 'إلى ذلك قال الوزير']],
  ])('%s', (text, wanted) => expect(clauses(text)).toEqual(wanted));

  it('name the words that open them', () => {
    const [sentence] = splitSentences('قصفت الطائرات البلدة في حين أصيب ثلاثة');
    expect(sentence?.clauses.map(({ opener }) => opener)).toEqual(['', 'في حين']);
  });
});
