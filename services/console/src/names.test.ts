import { describe, expect, it } from 'vitest';
import { incidentPage } from './pages/incident.ts';
import { recordPage } from './pages/record.ts';
import { sampleIncident, sampleRecord } from './test-samples.ts';
import { partyName, placeLabel, placeText } from './view/names.ts';
import { createView } from './view/page.ts';

const [ar, en] = [createView('ar', 'UTC', false), createView('en', 'UTC', false)];
const hama = {
  country: 'SY',
  admin1: 'حماة',
  admin1Code: 'SY-HM',
  admin2: null,
  locality: 'حماة',
  gazetteerId: 'gn:170017',
};
const village = { ...hama, locality: 'كذاوكذا', gazetteerId: null };

describe('the names of places', () => {
  it('are in the language of the reader, a town called like its unit once', () => {
    expect(placeText(ar, hama)?.markup).toBe('<bdi>حماة</bdi>، <bdi>سوريا</bdi>');
    expect(placeText(en, hama)?.markup).toBe('<bdi>Hama</bdi>, <bdi>Syria</bdi>');
  });
  it('are the Arabic ones where nobody wrote another, and say so', () => {
    expect(placeText(en, village)?.markup).toBe(
      '<bdi lang="ar" dir="rtl">كذاوكذا</bdi>, <bdi>Hama</bdi>, <bdi>Syria</bdi>',
    );
    expect(placeLabel(en, village)).toBe('\u2068كذاوكذا\u2069, \u2068Hama\u2069, \u2068Syria\u2069');
  });
});

describe('the names of parties', () => {
  it('are those English readers know, beside the words of the text', () => {
    const army = { text: 'الجيش اللبناني', canon: 'LB' };
    expect(partyName(en, army).markup).toBe(
      '<bdi>Lebanon</bdi> <span class="soft"><bdi lang="ar" dir="rtl">الجيش اللبناني</bdi></span>',
    );
    expect(partyName(ar, army).markup).toBe('<bdi>الجيش اللبناني</bdi>');
  });
  it('are the words of the text alone where the registry has none', () => {
    expect(partyName(en, { text: 'مدنيون', canon: 'nobody-known' }).markup).toBe(
      '<bdi lang="ar" dir="rtl">مدنيون</bdi>',
    );
  });
});

it('an English page has no Arabic outside what says that it is Arabic', () => {
  const record = sampleRecord('rec_1', 'عملية في حماة');
  const pages = [
    recordPage(en, record, { withdrawnAt: null, voice: String }),
    incidentPage(en, sampleIncident, String),
  ];
  for (const { markup } of pages) {
    const outside = markup
      .replace(/<article[^>]*lang="ar".*?<\/article>/gs, '')
      .replace(/<bdi lang="ar"[^>]*>[^<]*<\/bdi>/g, '');
    expect(outside.match(/\p{Script=Arabic}+/gu) ?? []).toEqual([]);
  }
});
