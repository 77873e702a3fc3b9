import { tokenize } from '@rasid/arabic';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryNames, findPlaces, mergeGazetteer, placeById, resolvePlaces } from './index.ts';

const read = (text: string, outletCountry: string | null = null) =>
  resolvePlaces(findPlaces(text, tokenize(text)), { outletCountry });

describe('places', () => {
  it('gives a town the governorate of the countryside it is in', () => {
    const [town] = read('وقع انفجار في مدينة صوران بريف حماة الشمالي');
    expect(town).toMatchObject({ country: 'SY', admin1: 'حماة', admin1Code: 'SY-HM', locality: 'صوران' });
  });

  it('reads ريف دمشق as a governorate', () => {
    expect(read('حريق في ريف دمشق')[0]).toMatchObject({ admin1: 'ريف دمشق', locality: null, precision: 3 });
  });

  it('reads the countryside of a governorate without a locality', () => {
    const [place] = read('اشتباكات بريف إدلب الجنوبي');
    expect(place).toMatchObject({ admin1: 'إدلب', relation: 'countryside', locality: null, precision: 3 });
    expect(place?.mention.direction).toBe('الجنوبي');
  });

  it('keeps an unknown village with the unit around it and without coordinates', () => {
    const [village] = read('قصف على قرية زغيتان في ريف حلب');
    expect(village).toMatchObject({ locality: 'زغيتان', admin1: 'حلب', lat: null, gazetteerId: null });
  });

  it('takes المحافظة as the governorate named before', () => {
    const places = read('أعلن محافظ درعا الخطة في محافظة درعا وفي ريف المحافظة');
    expect(places.at(-1)).toMatchObject({ admin1: 'درعا', locality: null });
  });

  it('chooses between homonyms by the rest of the text', () => {
    expect(read('في طرابلس شمال لبنان')[0]?.country).toBe('LB');
    expect(read('اشتباكات في طرابلس', 'LY')[0]?.country).toBe('LY');
  });

  it('gives every homonym with a score', () => {
    const [place] = read('اشتباكات في طرابلس', 'LY');
    expect(new Set(place?.candidates.map((c) => c.gazetteerId)).size).toBeGreaterThan(1);
  });

  it('marks a city that speaks as a government', () => {
    expect(read('دمشق تدين الغارة على بيروت').map((p) => p.mention.asActor)).toEqual([true, false]);
  });

  it('does not take an ordinary word as a place', () => {
    expect(read('أغلق الباب وخرج')).toEqual([]);
    expect(read('انفجار في مدينة الباب')[0]).toMatchObject({ locality: 'الباب' });
  });

  it('cuts every mention out of its text', () => {
    const text = 'في بلدتي بنش وسرمين بريف إدلب، وللرقة وبحلب';
    for (const m of findPlaces(text, tokenize(text))) expect(text.slice(m.start, m.end)).toBe(m.text);
  });

  it('takes places of others', () => {
    const place = { id: 'x:1', kind: 'locality', name: { ar: 'زغيتان', en: '' }, country: 'SY' } as const;
    const rest = { admin1: 'حلب', admin1Code: 'SY-HL', admin2: null, lat: 36, lon: 37, population: 0 };
    const own = mergeGazetteer([{ ...place, ...rest, aliases: [] }]);
    const text = 'في قرية زغيتان';
    const found = own.resolvePlaces(own.findPlaces(text, tokenize(text)), { outletCountry: null });
    expect(found[0]?.gazetteerId).toBe('x:1');
  });

  it('shares the container of a list with each of its names', () => {
    const places = read('قصف على قرى حاس وكنصفرة و"الشيخ مصطفى" بريف إدلب الجنوبي');
    expect(places.slice(0, 3).map(({ locality, admin1 }) => [locality, admin1])).toEqual([
      ['حاس', 'إدلب'],
      ['كنصفرة', 'إدلب'],
      ['الشيخ مصطفى', 'إدلب'],
    ]);
  });

  it('tells two governments from the ends of a road', () => {
    const acting = (text: string) => read(text).map((p) => p.mention.asActor);
    expect(acting('مفاوضات بين واشنطن وطهران')).toEqual([true, true]);
    expect(acting('قطع الطريق بين دمشق وحمص')).toEqual([false, false]);
    expect(acting('لقاء في القاهرة')).toEqual([false]);
  });

  it('reads two capitals that do something together as governments', () => {
    expect(
      read('قال الوزير إن أنقرة وواشنطن اتفقتا على الانسحاب').map(({ mention }) => mention.asActor),
    ).toEqual([true, true]);
    expect(read('قال الوزير إن أنقرة وإزمير مدينتان كبيرتان').map(({ mention }) => mention.asActor)).toEqual([
      false,
      false,
    ]);
  });

  it('takes the verb أدى for no town of Eritrea', () => {
    expect(
      read('أدى الانهيار إلى إغلاق الطرق في تونس، ما أدى إلى نزوح السكان').map(({ country }) => country),
    ).toEqual(['TN']);
  });

  it('takes what a centre or a camp is for and of for no name', () => {
    expect(read('حادث بمركز أبحاث في حلب').map(({ locality }) => locality)).toEqual(['حلب']);
    expect(read('قصف مخيمات ناشطي الحزب شمال العراق').map(({ locality }) => locality)).toEqual([null]);
  });

  it('reads a dateline as no place of the event', () => {
    const [city, town] = read('دمشق – سانا\nضبطت الشرطة مخدرات في مدينة التل');
    expect(city).toMatchObject({ precision: 5, country: 'SY', mention: { isDateline: true } });
    expect(town).toMatchObject({ precision: 1, locality: 'التل', admin1: 'ريف دمشق' });
  });

  it('reads the border of two countries', () => {
    expect(read('ضبط مهربين على الحدود العراقية السورية')[0]).toMatchObject({
      country: 'IQ',
      relation: 'border',
      locality: null,
    });
  });

  it('puts airports and ports into their town', () => {
    expect(read('ضبط شحنة في مطار بيروت')[0]).toMatchObject({ locality: 'بيروت', country: 'LB' });
  });

  it('calls an unknown camp a camp, and an unknown area by its name where a place follows', () => {
    expect(read('حريق في مخيم الرويان قرب سرمدا')[0]).toMatchObject({ locality: 'مخيم الرويان', lat: null });
    expect(read('قصف منطقة الزعيرات شرق رفح')[0]).toMatchObject({ locality: 'الزعيرات', country: 'PS' });
    expect(read('يعيشون في منطقة الزعيرات منذ سنوات')).toEqual([]);
  });

  it('takes a small name only where the words around it place it', () => {
    expect(read('قال أحمد حيان إنه سيعود')).toEqual([]);
    expect(read('قصف جيش النظام السوري بلدة حيان شمالي حلب')[0]).toMatchObject({ locality: 'حيان' });
    expect(read('انتشرت مشاهد من كفرنبل. وفي كفرنبل تجمع الأهالي').map((p) => p.locality)).toEqual([
      'كفرنبل',
      'كفرنبل',
    ]);
  });

  it('reads a name through the mark of a hashtag, and a unit in the spellings of the press', () => {
    expect(read('معارك في محافظة #حجة غربي البلاد')[0]?.admin1).toBe('حجة');
    expect(read('قدم لها حجة قوية')).toEqual([]);
    expect(read('حريق في ولاية تنيسي')[0]).toMatchObject({ country: 'US', admin1Code: 'US-TN' });
    expect(read('هجوم في إقليم ننكرهار')[0]).toMatchObject({ country: 'AF', admin1Code: 'AF-NAN' });
  });

  it('tells the country سورية from the adjective', () => {
    expect(read('وصلت عائلة سورية إلى المدينة')).toEqual([]);
    expect(read('قتلوا في مدينة سورية')).toEqual([]);
    expect(read('وصل إلى سورية').map(({ country }) => country)).toEqual(['SY']);
    expect(read('جنوب سورية')[0]?.country).toBe('SY');
  });

  it('gives a first-level unit where its registry has one, as the text spells it', () => {
    expect(read('حريق في باريس')[0]).toMatchObject({ country: 'FR', admin1: null });
    expect(read('حريق في لوس أنجلوس')[0]?.admin1).toBe('كاليفورنيا');
    expect(read('هجوم في قندهار')[0]).toMatchObject({ country: 'AF', admin1: 'قندهار' });
  });

  it('reads "the capital" as that of the country the text tells of', () => {
    expect(read('تجمع محتجون تونسيون في العاصمة للمطالبة بوظائف')[0]).toMatchObject({
      country: 'TN',
      locality: 'تونس',
    });
    expect(read('انفجار وسط العاصمة، وآخر في مدينة بعقوبة العراقية')[0]?.locality).toBe('بغداد');
    expect(read('معرض في العاصمة الاقتصادية المغربية')).toEqual([]);
    expect(read('وصل الوفد إلى العاصمة الكويت')[0]).toMatchObject({ country: 'KW', precision: 1 });
  });

  it('knows a capital that a deed makes a government', () => {
    const acts = (text: string) => findPlaces(text, tokenize(text)).map(({ asActor }) => asActor);
    expect(acts('العملية العسكرية التي تشنها أنقرة')).toEqual([true]);
    expect(acts('الداعية الذي تتهمه طهران بالتجسس')).toEqual([true]);
    expect(acts('شنت أنقرة عملية عسكرية')).toEqual([true]);
    expect(acts('أنهى الوزير زيارته دمشق')).toEqual([false]);
    expect(acts('قصفت المدفعية دمشق')).toEqual([false]);
  });

  it('does not take a region that every country has for a sign of one', () => {
    const [place] = read('هاجمت المقاومة مواقع بالمنطقة الوسطى في محافظة أبين');
    expect(place?.country).not.toBe('IL');
  });

  it('reads a state before a town abroad of its name, and a village in the governorate named with it', () => {
    expect(read('تفشي فيروس في كولومبيا')[0]).toMatchObject({ country: 'CO', precision: 4 });
    expect(read('سيطر الجيش على وادي الفرع بمحافظة صعدة')[0]?.admin1).toBe('صعدة');
  });

  it('knows the parties of a stance from the places of a deed', () => {
    const acts = (text: string) => findPlaces(text, tokenize(text)).map(({ asActor }) => asActor);
    expect(acts('أعمال عدائية ضد المغرب')).toEqual([true]);
    expect(acts('طهران ستبقى ملتزمة بالاتفاق')).toEqual([true]);
    expect(acts('دمشق ستشهد معرضا')).toEqual([false]);
    expect(acts('انفصاليون موالون لروسيا')).toEqual([true]);
  });

  it('reads a metropolis before a town of its name, and a sea before a governorate of its name', () => {
    expect(read('قال مدير المكتب في موسكو إن واشنطن أرسلت وفدا أمريكيا من تكساس وأيداهو')[0]?.country).toBe(
      'RU',
    );
    expect(read('هاجم الحوثيون سفينة في البحر الأحمر')[0]?.country).toBe(null);
    expect(read('افتتح المحافظ ميناء في محافظة البحر الأحمر المصرية')[0]?.admin1).toBe('البحر الأحمر');
  });

  it('takes a name that is a common word only in a text of its country', () => {
    expect(read('نقلت الوكالة الروسية ما ورد في الخبر')).toEqual([]);
    expect(read('حريق في الخبر شرقي السعودية')[0]?.locality).toBe('الخبر');
  });

  it('puts a name nobody knows into the country of the adjective behind it', () => {
    expect(read('تحطم طائرة سعودية في مطار "كندلفيو" البريطاني')[0]).toMatchObject({
      country: 'GB',
      locality: 'كندلفيو',
    });
    expect(read('هجوم في بلدة كوستريفكا الأوكرانية')[0]).toMatchObject({ country: 'UA', admin1: null });
    expect(read('حركة مطار دولي')).toEqual([]);
  });

  it('reads "the lands of" a state as the state, where nothing comes from them', () => {
    expect(read('قصف مصادر النار داخل الأراضي اليمنية')[0]).toMatchObject({ country: 'YE', precision: 4 });
    expect(read('سقط مقذوف أطلق من داخل الأراضي اليمنية')).toEqual([]);
  });

  it('reads what lies beside a city as a place of its own', () => {
    expect(read('انفجار عبوة بمنطقة الحسينية شمالي العاصمة بغداد')[0]?.locality).toBe('الحسينية');
  });

  it('keeps its promises on any mixture of words', () => {
    const words =
      'في بلدة قرية ريف حلب وحماة، طرابلس "كفرنبل" و بين دمشق: – المحافظة ولاية الجزيرة \n قرى وكذا لل'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (list) => {
        const text = list.join(' ');
        const mentions = findPlaces(text, tokenize(text));
        const places = resolvePlaces(mentions, { outletCountry: null });
        expect(places.map(({ mention }) => mention)).toEqual(mentions);
        let end = 0;
        for (const mention of mentions) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
        }
        for (const { candidates } of places)
          if (candidates.length > 0)
            expect(candidates.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 1);
      }),
    );
  });

  it('ships data in NFC, with unique ids that can be looked up', () => {
    const entries = entryNames();
    expect(new Set(entries.map((e) => e.id)).size).toBe(entries.length);
    for (const { id, names } of entries) {
      expect(placeById(id)?.id).toBe(id);
      for (const name of names) expect(name).toBe(name.normalize('NFC'));
    }
  });
});
