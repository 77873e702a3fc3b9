import { describe, expect, it } from 'vitest';
import { countGuesses, hasPassword, isLocalName, isSameOrigin } from './access.ts';
import { readConsoleConfig } from './config.ts';
import { createFormat } from './format.ts';
import { html, webAddress } from './html.ts';
import { incidentPage } from './pages/incident.ts';
import { recordTable } from './pages/lists.ts';
import { recordPage } from './pages/record.ts';
import { sampleIncident, sampleRecord } from './test-samples.ts';
import { createVoices } from './view/incident-words.ts';
import { tables } from './view/messages.ts';
import { countText } from './view/names.ts';
import { createView } from './view/page.ts';
import { hoursAhead, localHours } from './view/rhythm.ts';

describe('html', () => {
  it('escapes every value, in elements and attributes, and joins lists', () => {
    const evil = `"><script>'&\u0000`;
    expect(html`<a title="${evil}">${[evil, html`<b>${1}</b>`, null, false]}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;<b>1</b></a>',
    );
  });

  it('links to web addresses only', () => {
    expect(webAddress('javascript:alert(1)')).toBeNull();
    expect(webAddress('https://example.org/')).toBe('https://example.org/');
  });
});

it('has every sentence in both languages', () => {
  expect(Object.keys(tables.en).sort()).toEqual(Object.keys(tables.ar).sort());
  for (const table of Object.values(tables))
    for (const text of Object.values(table)) expect(text.trim()).not.toBe('');
});

describe('an event', () => {
  const record = sampleRecord('rec_1', 'خبر');
  const told = record.events.map((event) => ({
    ...event,
    attributes: { kind: 'drugs', suicide: true, weapon: 'catapult' },
    modality: 'denied' as const,
  }));
  const page = (language: 'ar' | 'en') =>
    recordPage(
      createView(language, 'UTC', false),
      { ...record, events: told },
      { withdrawnAt: null, voice: String },
    ).markup;

  it('shows its attributes in the words of the reader, and a new one as it is', () => {
    expect(page('en')).toContain('kind: drugs · suicide: yes · weapon: catapult');
    expect(page('ar')).toContain('النوع: مخدرات · انتحاري: نعم · السلاح: catapult');
  });
  it('is no plain news in a list when it was denied', () => {
    const view = createView('en', 'UTC', false);
    expect(recordTable(view, [{ ...record, events: told }], '').markup).toContain('denied');
    expect(recordTable(view, [record], '').markup).not.toContain('asserted');
  });
});

describe('format', () => {
  const [ar, en] = [createFormat('ar', 'UTC'), createFormat('en', 'UTC')];
  it('writes dates as precise as they are given', () => {
    expect(en.date('2026-11-24')).toBe('24 November 2026');
    expect(en.date('2026-11')).toBe('November 2026');
    expect(ar.date('2026-11-24')).toContain('نوفمبر');
    expect(en.date('not a date')).toBe('not a date');
  });
  it('writes counts as ranges, never as a guess', () => {
    expect(en.count({ min: 3, max: 3, text: 'x' })).toBe('3');
    expect(en.count({ min: 3, max: null, text: 'x' })).toBe('≥ 3');
    expect(en.count({ min: null, max: null, text: 'عدد من' })).toBe('عدد من');
    expect(ar.count({ min: 3, max: null, text: 'x' })).toBe('3 على الأقل');
    expect(ar.count({ min: null, max: 3, text: 'x' })).toBe('3 على الأكثر');
  });
  it('turns counts on a page the way their words run', () => {
    const view = createView('ar', 'UTC', false);
    const shown = (max: number | null) => countText(view, { min: 3, max, text: '' }).markup;
    expect(shown(null)).toContain('<bdi dir="rtl">3 على الأقل</bdi>');
    expect(shown(5)).toContain('<bdi dir="ltr">3–5</bdi>');
  });
  it('names countries and times from now', () => {
    expect(ar.country('SY')).toBe('سوريا');
    expect(en.relative('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:03:00Z'))).toBe('3 minutes ago');
  });
});

describe('configuration', () => {
  it('refuses a host that others reach without a password, and says what to do', () => {
    expect(() => readConsoleConfig({ RASID_CONSOLE_HOST: '0.0.0.0' })).toThrow('set RASID_PASSWORD');
    expect(readConsoleConfig({ RASID_CONSOLE_HOST: '0.0.0.0', RASID_PASSWORD: 'long enough' })).toMatchObject(
      {
        password: 'long enough',
      },
    );
  });
});

describe('guards', () => {
  it('takes the right password only', () => {
    expect(hasPassword(`Basic ${btoa('a:secret:x')}`, 'secret:x')).toBe(true);
    expect(hasPassword(`Basic ${btoa('secret:x')}`, 'secret:x')).toBe(false);
    expect(hasPassword(undefined, '')).toBe(false);
  });
  it('lets an address that guessed go on after a minute, and others at once', () => {
    let now = 0;
    const guesses = countGuesses(() => now);
    for (let at = 0; at < 20; at++) guesses.note('a');
    expect([guesses.mustWait('a'), guesses.mustWait('b')]).toEqual([true, false]);
    for (let at = 0; at < 1_000; at++) guesses.note(`c${at}`);
    expect(guesses.mustWait('a')).toBe(false); // forgotten for others
    for (let at = 0; at < 20; at++) guesses.note('a');
    now = 60_000;
    expect(guesses.mustWait('a')).toBe(false);
  });
  it('knows its own origin and the names of this machine', () => {
    expect(isSameOrigin({ host: 'a:1', origin: 'http://a:1' })).toBe(true);
    expect(isSameOrigin({ host: 'a:1', origin: 'null' })).toBe(false);
    expect(isLocalName('[::1]:8077')).toBe(true);
    expect(isLocalName('rebound.example')).toBe(false);
  });
});

describe('the hours of a source', () => {
  it('are shown in the zone of the outlet', () => {
    const utc = Array.from({ length: 24 }, (_, hour) => (hour === 6 ? 5 : 0));
    const winter = Date.UTC(2026, 0, 5);
    expect(localHours(utc, hoursAhead('Asia/Damascus', winter)).indexOf(5)).toBe(9);
    expect(localHours(utc, hoursAhead('America/New_York', winter)).indexOf(5)).toBe(1);
    expect(hoursAhead('Nowhere/Nothing', winter)).toBe(0);
  });
});

describe('the voices of an incident', () => {
  const sources = [{ outlet: { id: 'fajr', name: { ar: 'الفجر', en: 'Al-Fajr' }, country: 'SY' } }];
  const voice = createVoices(sources, ({ ar }) => ar);
  it('have the names of the catalogue, agencies their own, and strangers their ids', () => {
    expect(['fajr', 'reuters', 'nobody'].map(voice)).toEqual(['الفجر', 'رويترز', 'nobody']);
  });

  it('are told by name on its page, and whose words an outlet carries', () => {
    const view = createView('ar', 'UTC', false);
    const [claim] = sampleIncident.counts.arrested?.claims ?? [];
    const copied = claim && { ...claim, originId: 'reuters' };
    const counts = {
      arrested: { min: 3, max: 3, agreement: 'single' as const, claims: copied ? [copied] : [] },
    };
    const timeline = [
      { at: '', reason: 'toll-raised' as const, recordId: null, detail: 'arrested 2 \u2192 3' },
    ];
    const page = incidentPage(view, { ...sampleIncident, counts, timeline }, voice).markup;
    expect(page).toContain('<bdi>الفجر</bdi> <span class="soft small">نقلاً عن <bdi>رويترز</bdi></span>');
    expect(page).toContain('موقوفون');
    expect(page).not.toContain('arrested 2');
  });
});
