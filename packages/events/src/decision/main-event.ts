import type { Judged } from './select.ts';

/** Condolences, funerals, congratulations, calls on the hurt, the press of the day: what they are about is told, not announced. */
const courtesy =
  /(?:^|\s)(?:[يت]عز[يّ]|[يت]واسي|تعازي|[يت]شي[ّ]?ع|الصلاة على|جثمان|برقية|[يت]هنئ|تهنئة|العزاء|[يت](?:عود|زور|تفقد) (?:ال)?(?:مصاب|جرح)\S*|[يت]رثي|رثاء|والدة? (?:ال)?شهيد|ذوي (?:ال)?شهيد|(?:اهتمامات|أقوال|عناوين) الصحف)(?:\s|$)/u;

/** What the title announces, or the first paragraph where the title names no happening. */
export function mainOf(kept: readonly Judged[], title: string): Judged | undefined {
  if (courtesy.test(title)) return undefined;
  const news = kept.filter(({ head }) => !head.isBackground);
  const titled = news.filter(({ mentions }) => mentions.some(({ sentence }) => sentence.zone === 'title'));
  const led = news.filter(({ mentions }) => mentions.some(({ sentence }) => sentence.zone === 'lead'));
  return [...(titled.length > 0 ? titled : led)].sort((a, b) => prominence(b) - prominence(a))[0];
}

/** Settings ("after the attack …") are not what is announced; what lead and title share is. */
function prominence({ head, mentions, likelihood }: Judged): number {
  const isLed = mentions.some(({ sentence }) => sentence.zone === 'lead');
  return (
    likelihood + (isLed ? 0.5 : 0) - (head.setting.isSetting ? 1 : 0) - (head.setting.isPurpose ? 0.5 : 0)
  );
}
