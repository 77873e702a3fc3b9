import { describe, expect, it } from 'vitest';
import { extractEvents } from './index.ts';
import { sampleArticle } from './test-article.ts';

const main = (title: string, text: string) => extractEvents(sampleArticle(text, title)).events[0];

const actors = (title: string, text: string) => main(title, text)?.actors.map((each) => each.text);

describe('who is meant', () => {
  it('is the holder of the office a title names, where the lead tells the name', () => {
    expect(
      actors(
        'أمير تبوك يوجه بإنشاء لجنة للسيول',
        'وجه صاحب السمو الملكي الأمير فهد بن سلطان، أمير منطقة تبوك، بإنشاء لجنة عاجلة للسيول في المنطقة.',
      ),
    ).toEqual(['فهد بن سلطان']);
  });
  it('is the holder of an office of a country, told by its name or its adjective', () => {
    expect(
      actors(
        'وزير خارجية إيران يندد بالعقوبات الأوروبية',
        'ندد وزير الخارجية الإيراني سامي رضائي اليوم في طهران بالعقوبات الأوروبية الجديدة على بلاده.',
      ),
    ).toEqual(['سامي رضائي']);
  });
  it('is the one the text named by that office before', () => {
    const event = main(
      'إقالة وزير الزراعة',
      'استقبل الرئيس سامي الحسن الوفد. وقرر الرئيس أمس إقالة وزير الزراعة من منصبه.',
    );
    expect(event?.actors.map((each) => each.text)).toEqual(['سامي الحسن']);
  });
  it('is the one the text names by the same post, wherever it does', () => {
    const text =
      'تلقى نائب أمير منطقة تبوك الأمير فهد بن سلطان اتصالا هاتفيا أمس من الرئيس سامي الحسن. وتلقى نائب أمير منطقة تبوك اتصالا هاتفيا اليوم من وزير الداخلية خالد المنصوري.';
    const { events } = extractEvents(sampleArticle(text));
    expect(events.map((each) => each.actors.map((party) => party.text))).toEqual([
      ['فهد بن سلطان', 'سامي الحسن'],
      ['فهد بن سلطان', 'خالد المنصوري'],
    ]);
  });
  it('stays the office where no name is told', () => {
    expect(actors('', 'قرر الرئيس أمس إقالة وزير الزراعة من منصبه.')).toEqual(['الرئيس']);
  });
  it('is the country of an adjective, where the article names it', () => {
    const text = 'قتل ثلاثة مدنيين بقصف روسي على بلدة سرمين.';
    expect(actors('قتلى في ريف إدلب', text)).toEqual(['روسي']);
    expect(actors('قتلى في ريف إدلب', `${text} وتنفي روسيا استهداف المدنيين.`)).toEqual(['روسيا']);
  });
  it('is not the country an adjective of the land tells', () => {
    expect(actors('', 'أصيب مواطن بمقذوف سقط من داخل الأراضي اليمنية على قرية الخوبة.')).toEqual([]);
  });
});
