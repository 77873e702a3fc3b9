import { describe, expect, it } from 'vitest';
import { isLearnt } from '../marks.ts';
import { candidatesIn } from '../test-article.ts';

const happeningsIn = (text: string) => candidatesIn(text).filter(({ trigger }) => !isLearnt(trigger)); // what the rules read, not what is learnt
const typesIn = (text: string) => happeningsIn(text).map(({ type }) => type);

describe('what force was used with', () => {
  it('is not the air where an air base is named', () => {
    const types = typesIn('شن التنظيم هجوما جديدا قرب قاعدة الساحل الجوية، وقتل جنديان.');
    expect(types).not.toContain('air_drone_strike');
    expect(typesIn('شن التنظيم هجوما جويا جديدا قرب قاعدة الساحل، وقتل جنديان.')).toContain(
      'air_drone_strike',
    );
  });
  it('is not a drone where people march', () => {
    const text = (march: string) => `اعتدى مستوطنون على سيدة خلال ${march} في البلدة القديمة.`;
    expect(typesIn(text('مسيرة استفزازية'))).toContain('armed_attack');
    expect(typesIn(text('قصف بمسيرة'))).toContain('air_drone_strike');
  });
  it('is not that of the state whose consulate is struck', () => {
    expect(typesIn('استهدف هجوم القنصلية الأمريكية في المدينة.')).not.toContain('air_drone_strike');
    expect(typesIn('استهدف الجيش الأمريكي مقرا للتنظيم في المدينة.')).toContain('air_drone_strike');
  });
  it('is guns and missiles in the war of Russia on Ukraine, unless the air is named', () => {
    const by = (means: string) => `استهدفت القوات الروسية${means} مدينة خاركيف الأوكرانية.`;
    expect(typesIn(by(''))).not.toContain('air_drone_strike');
    expect(typesIn(by(' بالطيران'))).toContain('air_drone_strike');
  });
  it('makes no crime of what soldiers did, whatever it is called', () => {
    expect(typesIn('استشهدت المراسلة برصاص جيش الاحتلال في جريمة هزت البلدة.')).toContain('armed_attack');
  });
  it('is a crime of kin only where somebody’s kin is named', () => {
    expect(typesIn('قتل رجل صديقه طعنا في القرية.')).toContain('violent_crime');
    expect(typesIn('مقتل طفلة بنيران طائشة في القرية.')).not.toContain('violent_crime');
    expect(typesIn('قتل رجل برصاص الشرطة في المدينة أمام زوجته.')).toContain('armed_attack');
  });
  it('is the battle in which somebody was killed', () => {
    expect(typesIn('قتل ثلاثة مقاتلين في معركة قرب الجسر.')).toContain('armed_clash');
  });
  it('is fighting where armed men on duty are attacked', () => {
    expect(typesIn('قتل ثلاثة في هجوم شنه مسلحون أمس على موقع عسكري قرب الجسر.')).toContain('armed_clash');
    expect(typesIn('قتل ثلاثة في هجوم شنه مسلحون أمس على مقهى قرب الجسر.')).toContain('armed_attack');
  });
  it('is fighting where an armed side attacks what another one holds', () => {
    expect(typesIn('هاجم مسلحو تنظيم داعش نقاط قوات سوريا الديمقراطية قرب الجسر.')).toContain('armed_clash');
    expect(typesIn('هاجم مسلحو تنظيم داعش منازل المدنيين قرب الجسر.')).not.toContain('armed_clash');
  });
  it('is fighting where fighters of a band fell and nothing else is told', () => {
    expect(typesIn('أعلن الجيش مقتل 30 عنصرا من ميليشيا الحوثي.')).toContain('armed_clash');
    expect(typesIn('أعلنت الوزارة مقتل 30 عاملا من المصنع.')).toEqual([]);
  });
});

describe('a place taken', () => {
  it('is not one that a fight is for', () => {
    expect(typesIn('استعاد الجيش مدينة الساحل أمس.')).toContain('territorial_change');
    expect(typesIn('شن الجيش هجوما واسعا لاستعادة مدينة الساحل.')).not.toContain('territorial_change');
  });
});

describe('a year since which something lasts', () => {
  it('makes it background', () => {
    const lead = 'التقى الوزير نظيره في عمّان. وعقد الاثنان مؤتمرا صحفيا. ودعا الوزير إلى التهدئة.';
    const found = happeningsIn(`${lead} ويحكم المسلحون المسيطرون على صنعاء منذ أيلول 2014 مدنا أخرى.`);
    const taken = found.find(({ type }) => type === 'territorial_change');
    expect(taken?.isBackground).toBe(true);
  });
});
