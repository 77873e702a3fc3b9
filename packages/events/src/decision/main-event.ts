import type { Candidate } from '../candidates.ts';
import { model } from '../data.ts';
import type { Features } from './features.ts';
import type { Judged } from './select.ts';

/** Condolences, funerals, congratulations, calls on the hurt, the press of the day: what they are about is told, not announced. */
const courtesy =
  /(?:^|\s)(?:[يت]عز[يّ]|[يت]واسي|تعازي|[يت]شي[ّ]?ع|الصلاة على|جثمان|برقية|[يت]هنئ|تهنئة|العزاء|[يت](?:عود|زور|تفقد) (?:ال)?(?:مصاب|جرح)\S*|[يت]رثي|رثاء|والدة? (?:ال)?شهيد|ذوي (?:ال)?شهيد|(?:اهتمامات|أقوال|عناوين) الصحف)(?:\s|$)/u;

/** What an article announces: of what its title or lead tells the one that stands best; nothing where neither tells any. */
export function mainOf(kept: readonly Judged[], title: string): Judged | undefined {
  if (courtesy.test(title)) return undefined;
  let main: Judged | undefined;
  let most = -Infinity;
  for (const each of kept) {
    if (each.head.isBackground || !each.mentions.some(({ sentence }) => sentence.zone !== 'body')) continue;
    const prominence = sumOf(standingOf(each, kept));
    if (prominence <= most) continue;
    most = prominence;
    main = each;
  }
  return main;
}

/** Fitted on pairs of events of which one is the main one (`scripts/fit.mjs`). */
const sumOf = (standing: Features): number =>
  Object.entries(standing).reduce((sum, [name, value]) => sum + value * (model.main[name] ?? 0), 0);

const surest = 3; // log odds
const far = 12; // tokens into the lead

/**
 * How an event stands in its article: how likely it is, where it is told, and how it is told there. What the title
 * tells after "بعد" and the lead in a relative clause is seldom the news; neither is what stands late in the lead.
 */
export function standingOf(event: Judged, kept: readonly Judged[]): Features {
  const { mentions, likelihood } = event;
  const titled = titledIn(event);
  const led = mentions.find(({ sentence }) => sentence.zone === 'lead');
  const flag = (value: boolean | undefined): number => (value ? 1 : 0);
  return {
    likely: Math.log(likelihood / (1 - likelihood)) / surest,
    title: flag(titled !== undefined),
    lead: flag(led !== undefined),
    both: flag(titled !== undefined && led !== undefined),
    opens: flag(mentions.some(({ sentence }) => sentence.opens)),
    counted: flag(mentions.some(({ counts }) => counts.length > 0)),
    titleVerb: flag(titled?.trigger.form.pos === 'verb'),
    titleSetting: flag(titled?.setting.isSetting),
    titleBehind: flag(titled?.setting.isSetting && kept.some(isAnnounced)),
    leadSetting: flag(led?.setting.isSetting),
    leadRelative: flag(led?.setting.isRelative),
    leadPurpose: flag(led?.setting.isPurpose),
    leadLate: led ? Math.min(1, (led.trigger.from - led.sentence.from) / far) : 0,
  };
}

const titledIn = ({ mentions }: Judged): Candidate | undefined =>
  mentions.find(({ sentence }) => sentence.zone === 'title');

/** Told by the title itself, not as what something else comes after. */
const isAnnounced = (event: Judged): boolean =>
  !event.head.isBackground && titledIn(event)?.setting.isSetting === false;
