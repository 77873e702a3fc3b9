/** What the code asks of single rules, by the names in the column "marks" of data/lexicon.tsv. */
export const marks = {
  comes: 'somebody comes to an office',
  leaves: 'the holder of an office leaves it, by his own act or by force',
  mourning: 'declared when a ruler dies, and a decision of its own beside the change of rulers',
  travel: 'a journey: the state it goes to is the other side',
  taken: 'who stands where the doer stands is whom it happens to: "سلم إرهابي نفسه", "اختفى ناشط"',
  received: 'the authority behind a preposition takes whoever gives himself up: "للسلطات", "أمام القاضي"',
  execution: 'a sentence is carried out on who stands behind "في"',
  quote: 'the colon of a headline, behind who speaks',
  say: 'the same at the head of a lead: "قال وزير الدفاع إن"',
  condemn: 'who condemns takes a position, whoever it is',
  demand: 'whom something is demanded of stands behind "من"',
  nation: 'an adjective of a headline says whose position it is: "إدانات عربية"',
} as const;
export type Mark = keyof typeof marks;

/** The marks of a line of the lexicon; throws on a name nobody asks for. */
export function readMarks(id: string, names: string): Mark[] {
  return names
    .split(' ')
    .filter(Boolean)
    .map((name) => {
      if (!Object.hasOwn(marks, name)) throw new Error(`data/lexicon.tsv: "${name}" of ${id} is no mark`);
      return name as Mark; // a key of `marks`
    });
}

/** Whether the rule that matched has a mark. */
export const isMarked = ({ entry }: { entry: { marks: readonly Mark[] } }, mark: Mark): boolean =>
  entry.marks.includes(mark);

/** Whether no rule reads it: its words alone are like those that tell of its type. */
export const isLearnt = ({ entry }: { entry: { tier: string } }): boolean => entry.tier === 'l';
