import { type CountKind, dropReasons } from '@rasid/contracts';
import type { Language } from '../reader.ts';
import { ar } from './messages-ar.ts';
import { en } from './messages-en.ts';
import { dataWords } from './words.ts';

export type MessageKey = keyof typeof ar;

export const tables: Record<Language, Record<MessageKey, string>> = { ar, en };

/** Looks a sentence up; `word` is for values that come from data and may be unknown: those answer themselves. */
export function createMessages(language: Language) {
  const table = tables[language];
  const words = new Map<string, string>([...dataWords[language], ...Object.entries(table)]);
  return {
    say: (key: MessageKey): string => table[key],
    word: (group: string, value: string): string => words.get(`${group}.${value}`) ?? value,
    count: (kind: string): string => countWords[language].get(kind) ?? kind,
    /** A terminal outcome as the ledger writes it: `dropped:<reason>` becomes the reason in words. */
    outcome(outcome: string): string {
      const reason = Object.entries(dropReasons).find(([name]) => outcome === `dropped:${name}`);
      return reason ? reason[1][language] : (words.get(`outcome.${outcome}`) ?? outcome);
    },
  };
}

export type Messages = ReturnType<typeof createMessages>;

const countNames: Record<CountKind, readonly [string, string]> = {
  killed: ['قتلى', 'killed'],
  wounded: ['جرحى', 'wounded'],
  arrested: ['موقوفون', 'arrested'],
  captured: ['أسرى', 'captured'],
  abducted: ['مخطوفون', 'abducted'],
  missing: ['مفقودون', 'missing'],
  released: ['مفرج عنهم', 'released'],
  displaced: ['نازحون', 'displaced'],
  returned: ['عائدون', 'returned'],
  evacuated: ['مجلون', 'evacuated'],
  rescued: ['ناجون', 'rescued'],
  affected: ['متضررون', 'affected'],
  infected: ['مصابون بالعدوى', 'infected'],
  hospitalised: ['في المستشفى', 'in hospital'],
  participants: ['مشاركون', 'participants'],
  sentenced: ['محكومون', 'sentenced'],
  buildings_damaged: ['مبانٍ متضررة', 'buildings damaged'],
  munitions: ['ذخائر', 'munitions'],
  money: ['مال', 'money'],
  seized_weapons: ['أسلحة مضبوطة', 'weapons seized'],
  seized_drugs: ['مخدرات مضبوطة', 'drugs seized'],
  seized_other: ['مضبوطات أخرى', 'other seizures'],
};

const countWords: Record<Language, Map<string, string>> = {
  ar: new Map(Object.entries(countNames).map(([kind, [word]]) => [kind, word])),
  en: new Map(Object.entries(countNames).map(([kind, [, word]]) => [kind, word])),
};
