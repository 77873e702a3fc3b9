import { expect, test } from 'vitest';
import { arabicDateLine, fillDates, localIso, startOfDay } from './dates.ts';

const lateMonday = new Date('2026-11-23T22:30:00Z'); // Tuesday half past one in Baghdad

test('fills days counted from the local day', () => {
  expect(fillDates('يوم {{weekday:0}} بعد {{weekday:-1}}', lateMonday)).toBe('يوم الثلاثاء بعد الاثنين');
  expect(fillDates('في {{date:-24}} من {{year:-20}}', lateMonday)).toBe('في 31 تشرين الأول/أكتوبر من 2006');
});

test('leaves what it does not know', () => {
  expect(fillDates('{{hour:1}}', lateMonday)).toBe('{{hour:1}}');
});

test('writes date lines in the local zone', () => {
  expect(arabicDateLine(lateMonday)).toBe('الثلاثاء 24 تشرين الثاني 2026 - 01:30');
  expect(localIso(lateMonday)).toBe('2026-11-24T01:30:00+03:00');
  expect(startOfDay(lateMonday).toISOString()).toBe('2026-11-23T21:00:00.000Z');
});
