import { describe, expect, it } from 'vitest';
import { detectLanguage } from './index.ts';

describe('language', () => {
  it.each([
    ['نفذت قوى الأمن الداخلي عملية في مدينة صوران بريف حماة', 'ar'],
    ['نیروهای امنیتی در شهر حماه عملیات گسترده‌ای انجام دادند', 'fa'],
    ['سیکیورٹی فورسز نے شہر میں بڑا آپریشن کیا ہے', 'ur'],
    ['هێزە ئەمنییەکان ئۆپەراسیۆنێکیان ئەنجام دا لە شارەکە', 'ckb'],
    ['The security forces carried out an operation', 'other'],
  ])('%s', (text, language) => expect(detectLanguage(text).language).toBe(language));
});
