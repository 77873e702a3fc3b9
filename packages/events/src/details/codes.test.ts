import { describe, expect, it } from 'vitest';
import { attributeRules, codeRules, disorderOf, lexicon, typeEntry } from '../data.ts';
import { eventsIn } from '../test-article.ts';
import { type Coded, codesOf } from './codes.ts';

/** Sub-event types by event type (ACLED codebook 2023). */
const acled: Record<string, string[]> = {
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
};
/** Modes by event type (PLOVER manual 0.8, 2021). */
const plover: Record<string, string> = {
  AGREE: '',
  CONSULT: 'visit third-party multilateral phone',
  SUPPORT: '',
  CONCEDE: '',
  COOPERATE: '',
  AID: '',
  RETREAT: 'withdraw release disarm ceasefire access resign',
  REQUEST: 'assist change yield meet',
  ACCUSE: 'disapprove investigate allege',
  REJECT: 'assist change yield meet',
  THREATEN: 'restrict arrest relations expel territory violence',
  PROTEST: 'demo riot strike hunger boycott obstruct',
  SANCTION: 'convict expel withdraw discontinue',
  MOBILIZE: 'troops weapons police militia',
  COERCE: 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
  ASSAULT:
    'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional',
};
/** How many codes stand below each that has some, "00" to "20" (CAMEO codebook 1.1b3): 190 to 196, 1951 and 1952 and so on. */
const cameo = new Set(
  [
    '01:9 02:8 021:4 023:4 024:4 025:6 03:9 031:4 033:4 034:4 035:6 04:6 05:7 06:4 07:5 08:7 081:4 083:4 084:2 086:3 087:4',
    '09:4 10:8 101:4 103:4 104:4 105:6 11:6 112:5 12:9 121:4 122:4 123:4 124:6 13:9 131:3 132:4 138:5 14:5 141:4 142:4 143:4',
    '144:4 145:4 15:5 16:6 162:3 166:3 17:6 171:2 172:4 18:6 182:3 183:4 19:6 195:2 20:4 204:2',
  ]
    .join(' ')
    .split(' ')
    .flatMap((each) => {
      const [root = '', last = '0'] = each.split(':');
      const below = Array.from({ length: Number(last) }, (_, at) => `${root}${at + 1}`);
      return root.length === 2 ? [`${root}0`, ...below] : below;
    }),
);
/** Media topics in use, all valid in the IPTC vocabulary of 2023. */
const iptc: Record<string, string> = {
  20000053: 'act of terror',
  20000056: 'armed conflict',
  20000065: 'civil unrest',
  20000066: 'protests and demonstrations',
  20000070: "coup d'etat",
  20000071: 'massacre',
  20000073: 'peace process',
  20000080: 'prisoners of war',
  20000082: 'crime',
  20000106: 'judiciary',
  20000119: 'justice',
  20000129: 'law enforcement',
  20000139: 'accident and emergency incident',
  20000148: 'disaster',
  20000168: 'emergency response',
  20000344: 'economy',
  20000374: 'trade agreements',
  20000446: 'diseases and conditions',
  20000524: 'labour relations',
  20000574: 'election',
  20000587: 'fundamental rights',
  20000593: 'government',
  20000598: 'national security',
  20000621: 'government policy',
  20000638: 'international relations',
  20000639: 'diplomacy',
  20000642: 'economic sanction',
  20000772: 'emigration',
  20000799: 'social condition',
};

const types = [...new Set([...attributeRules, ...codeRules].map(({ type }) => type))];
const told = (change: Partial<Coded>): Coded => ({
  attributes: {},
  counts: {},
  actors: [],
  targets: [],
  place: null,
  modality: 'asserted',
  ...change,
});
const party = (sector: string, country: string | null = null) => ({
  text: 'x',
  canon: null,
  sector,
  country,
  span: { field: 'text' as const, start: 0, end: 1, text: 'x' },
});
const count = (min: number) => ({
  min,
  max: min,
  qualifier: 'exact' as const,
  text: 'x',
  span: party('CVL').span,
});
const subEvent = (...[type, change = {}]: [Parameters<typeof codesOf>[0], Partial<Coded>?]) =>
  codesOf(type, told(change)).acled?.subEventType ?? null;

describe('codes of types and of lines of data/codes.tsv', () => {
  const all = [
    ...types.map((type) => ({ name: type, ...codesOf(type, told({})) })),
    ...lexicon.flatMap(({ type }) =>
      type.startsWith('?') ? [] : [{ name: type, ...typeEntry(type as never) }],
    ),
    ...codeRules.map(({ type, when, ...codes }) => ({ name: `${type} ${when.join(' ')}`, ...codes })),
  ];
  it('are in the codebooks', () => {
    for (const each of all) {
      if (each.acled) {
        const { eventType, subEventType, disorderType } = each.acled;
        expect(acled[eventType ?? ''], each.name).toContain(subEventType);
        expect(disorderType, each.name).toBe(disorderOf(eventType ?? '', subEventType ?? ''));
      }
      if (each.plover) {
        const modes = plover[each.plover.type];
        expect(modes, each.name).toBeDefined();
        if (each.plover.mode) expect(modes?.split(' '), each.name).toContain(each.plover.mode);
      }
      for (const code of each.cameo ?? []) expect([...cameo], each.name).toContain(code);
      for (const code of each.iptc ?? []) expect(iptc[code], `${each.name} ${code}`).toBeDefined();
    }
  });
  it('ask for attributes that can be told, and counts the type has', () => {
    const derived = new Set(['modality', 'arrested', 'armed', 'gainer', 'doer', 'significant']);
    for (const { type, when } of codeRules)
      for (const fact of when) {
        const [key = '', value] = fact.split('=');
        if (key.startsWith('count:')) expect(typeEntry(type).counts, fact).toContain(key.slice(6));
        else if (!derived.has(key))
          expect(
            attributeRules.some((rule) => rule.type === type && rule.key === key && rule.value === value),
            `${type} ${fact}`,
          ).toBe(true);
      }
  });
});

describe('the codes of an event', () => {
  it('follow its attributes in every scheme', () => {
    expect(codesOf('bombing', told({ attributes: { suicide: true, method: 'suicide' } }))).toMatchObject({
      acled: { subEventType: 'Suicide bomb' },
      plover: { type: 'ASSAULT', mode: 'suicide-attack' },
      cameo: ['1831'],
    });
    expect(codesOf('official_stance', told({ attributes: { stance: 'support' } }))).toMatchObject({
      plover: { type: 'SUPPORT', mode: null },
      cameo: ['051'],
    });
  });
  it('take each column from the first line that gives one', () => {
    const strike = { mode: 'strike', intervention: 'tear_gas' };
    expect(codesOf('protest', told({ attributes: strike }))).toMatchObject({
      acled: { subEventType: 'Protest with intervention' },
      plover: { mode: 'strike' },
      cameo: ['143'],
    });
    expect(subEvent('protest', { attributes: { mode: 'strike' } })).toBeNull();
    expect(subEvent('protest')).toBe('Peaceful protest');
  });
  it('tell a protest that was shot at from a peaceful one', () => {
    expect(subEvent('protest', { counts: { killed: count(2) } })).toBe('Excessive force against protesters');
    expect(subEvent('protest', { counts: { wounded: count(2) } })).toBe('Protest with intervention');
  });
  it('keep to the scope of ACLED', () => {
    const arrested = (min: number) => ({ counts: { arrested: count(min) } });
    expect(subEvent('arrest', arrested(2))).toBeNull();
    expect(subEvent('arrest', arrested(12))).toBe('Arrests');
    expect(subEvent('arrest', { attributes: { significant: true } })).toBe('Arrests');
    expect(subEvent('security_operation', arrested(4))).toBe('Arrests');
    expect(subEvent('seizure', { attributes: { kind: 'drugs' } })).toBeNull();
    expect(subEvent('seizure', { attributes: { kind: 'weapons' } })).toBe('Disrupted weapons use');
    expect(subEvent('leadership_change', { attributes: { kind: 'appointed' } })).toBeNull();
    expect(subEvent('agreement', { attributes: { kind: 'economic' } })).toBeNull();
    expect(subEvent('agreement', { actors: [party('REB')] })).toBe('Agreement');
    expect(subEvent('displacement_return', { attributes: { cause: 'flood' } })).toBeNull();
  });
  it('ask who takes a place by force', () => {
    const fought = { attributes: { direction: 'gained', violent: true } };
    expect(subEvent('territorial_change', { ...fought, actors: [party('MIL')] })).toBe(
      'Government regains territory',
    );
    expect(subEvent('territorial_change', { ...fought, actors: [party('REB')] })).toBe(
      'Non-state actor overtakes territory',
    );
    expect(subEvent('territorial_change', { actors: [party('REB')] })).toBe(
      'Non-violent transfer of territory',
    );
  });
  it('are those of an article', () => {
    const codes = (text: string) => eventsIn(text)[0]?.codes;
    expect(codes('استهدفت طائرة مسيرة سيارة في مدينة صيدا وقتلت شخصين أمس الأحد.')).toMatchObject({
      plover: { mode: 'drone' },
      cameo: ['1952'],
    });
    expect(codes('اعتقلت الشرطة صحفيا في مدينة الخليل أمس الأحد.')?.acled?.subEventType).toBe('Arrests');
    expect(codes('أوقفت الشرطة سائقا في مدينة الخليل أمس الأحد.')?.acled).toBeNull();
  });
});
