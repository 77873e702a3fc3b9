import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

const targets = (text: string) => eventsIn(text)[0]?.targets.map((each) => each.text);

describe('whom it was done to', () => {
  it('are those whose names a sentence behind the deed tells', () => {
    expect(
      targets(
        'قضت محكمة جنايات الجيزة أمس بالسجن المؤبد غيابيا لأربعة متهمين. والمتهمون هم محسن إبراهيم، سلامة المنصوري، مختار محمود.',
      ),
    ).toEqual(['محسن إبراهيم', 'سلامة المنصوري', 'مختار محمود']);
  });
  it('is one person where one was taken', () => {
    expect(
      targets('اعتقلت الشرطة رجلا في مدينة صفاقس أمس. وهو تونسي يدعى كريم المنصوري وكان يرافق سالم العياري.'),
    ).toEqual(['كريم المنصوري']);
  });
  it('stays the class where a name is told of somebody else', () => {
    expect(targets('اعتقلت الشرطة رجلا في مدينة صفاقس أمس. وقال سالم العياري إن الحي هادئ.')).toEqual([
      'رجلا',
    ]);
  });
});
