import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

const actors = (title: string, text: string) => eventsIn(text, title)[0]?.actors.map((each) => each.text);

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
    const first = actors(
      'إقالة وزير الزراعة',
      'استقبل الرئيس سامي الحسن الوفد. وقرر الرئيس أمس إقالة وزير الزراعة من منصبه.',
    );
    expect(first).toEqual(['سامي الحسن']);
  });
  it('is the body named last whose name begins with the noun', () => {
    const named = actors(
      '',
      'قالت المحكمة الدستورية الكويتية إن الجلسة قريبة. وقضت المحكمة أمس بحبس ثلاثة متهمين خمس سنوات.',
    );
    expect(named).toEqual(['المحكمة الدستورية الكويتية']);
  });
  it('is the one the text names by the same post, wherever it does', () => {
    const text =
      'تلقى نائب أمير منطقة تبوك الأمير فهد بن سلطان اتصالا هاتفيا أمس من الرئيس سامي الحسن. وتلقى نائب أمير منطقة تبوك اتصالا هاتفيا اليوم من وزير الداخلية خالد المنصوري.';
    expect(eventsIn(text).map((each) => each.actors.map((party) => party.text))).toEqual([
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
