import { describe, expect, it } from 'vitest';
import { diagnosis } from './diagnosis.ts';

const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const arabic = (note: string) => plain(diagnosis('ar', note));

describe('what went wrong with a feed', () => {
  it('stays as it was written for English readers', () => {
    expect(diagnosis('en', 'status 500; cut off')).toBe('status 500; cut off');
  });

  it('is said in Arabic, each part of a note, with what it names', () => {
    expect(arabic('status 500')).toBe('رمز الحالة 500');
    expect(arabic('is being asked already')).toBe('يُستطلع الآن');
    expect(arabic('declared iso-8859-1, is utf-8; relative links')).toBe(
      'معلن بترميز iso-8859-1 وهو utf-8؛ روابط نسبية',
    );
    expect(arabic('TLS of rukn.example: the certificate has expired (CERT_HAS_EXPIRED)')).toBe(
      'اتصال rukn.example المؤمَّن: انتهت صلاحية الشهادة (CERT_HAS_EXPIRED)',
    );
  });

  it('takes the narrower words before the wider ones', () => {
    expect(arabic('status 200 without a body')).toBe('الرد 200 بلا محتوى');
    expect(arabic('relative links without a base')).toBe('روابط نسبية بلا عنوان أساس');
  });

  it('keeps names and numbers apart from the direction around them', () => {
    expect(diagnosis('ar', 'nahda.example took too long')).toBe('تأخر \u2068nahda.example\u2069 في الرد');
  });

  it('leaves alone what it has no words for, be it cut or hostile', () => {
    expect(diagnosis('ar', 'constructor')).toBe('constructor');
    expect(diagnosis('ar', 'status')).toBe('status');
    expect(diagnosis('ar', '')).toBe('');
  });
});
