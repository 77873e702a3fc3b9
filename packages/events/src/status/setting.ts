import { clauseAt, type Sentence } from '../text/reading.ts';
import { standsAt, standsIn, type WordList } from '../wordings/pattern.ts';
import { type Trigger, wordList } from '../wordings/triggers.ts';

/** How a trigger is built into its clause: told for itself, or as the aim, the wish or the setting of something else. */
export type Setting = {
  isPurpose: boolean;
  isWished: boolean;
  isSetting: boolean;
  isRelative: boolean;
  isQuoted: boolean;
  /** Plotted or meant, not done: "كان يخطط لتنفيذ هجوم". */
  isPlot: boolean;
  /** Told by a film, a series or a novel: "تدور أحداث المسلسل حول جريمة". */
  isTale: boolean;
};

const purpose = wordList(['$aim']);
const wished = wordList(['$wish']);
const setting = wordList(['$setting']);
/** "مصابي تفجير", "منفذ الهجوم": the happening is what somebody or something belongs to. */
const owned = wordList(['$belonging']);
const plot = wordList(['$plot']);
const exposed = wordList(['$exposed']);
const plotReach = 6; // tokens: "يخططون لاستهداف عدة منشآت"
const relative = wordList(['الذي', 'التي', 'الذين', 'اللذين', 'اللتين', 'ممن']);
const tales = wordList(['$tale']);
const near = 3; // tokens before a trigger that bear on it
const quotes = /["\u201c\u201d\u00ab\u00bb]/u;

/** Looks at the words before a trigger, inside its clause. */
export function settingOf(sentence: Sentence, trigger: Trigger): Setting {
  const { readings, tokens } = sentence.field;
  const [first] = clauseAt(sentence, trigger.from);
  const has = (words: WordList, reach = near) =>
    standsIn(words, readings, Math.max(first, trigger.from - reach), trigger.from);
  const isNoun = trigger.form.pos !== 'verb';
  const isAim = isNoun && trigger.reading.preposition === 'ل' && !has(exposed, plotReach);
  return {
    isPlot: isNoun && (isAim || has(plot, plotReach)),
    isTale: has(tales, plotReach),
    isPurpose: isAim || has(purpose),
    isWished: has(wished),
    isSetting:
      standsAt(setting, readings, first, trigger.from) || has(setting, 2) || (isNoun && has(owned, 2)),
    isRelative: has(relative),
    isQuoted: quotes.test(tokens[trigger.from - 1]?.text ?? ''),
  };
}
