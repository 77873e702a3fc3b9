/** What the steps ask of event types, by the field of data/types.jsonl and the value that stands in it; code names no list of types. */
export const traits = {
  /** How violence is done; one at most. */
  force: {
    remote: 'from the air or from afar: its doer has aircraft or guns',
    blast: 'by a charge that was laid or carried',
    attack: 'by armed people on those who do not fight',
    fight: 'between armed sides',
    mob: 'by people in a crowd',
    crime: 'for private ends',
    capture: 'people are carried off',
    interception: 'on the weapons of another side',
  },
  doer: {
    nobody: 'it befalls people; nobody is named for having done it',
    crowd: 'people who gather',
    announcer: 'an act of an authority: who announces it does it unless another is named',
    organised: 'a force or an authority; unarmed people never do it',
    nationality: 'an adjective of nationality alone may tell it: "غارات إسرائيلية"',
    monitor: 'bodies that otherwise only tell of others do it themselves',
    'same-subject': 'a clause without a subject goes on with that of the clause before: "بعدما تمكن من …"',
    anew: 'each doer does it anew: a stance a speaker, an expulsion a state',
  },
  target: {
    captive: 'people who are taken or let go',
    accused: 'people who are tried or sought',
    office: 'whose office may stand behind the name of who acts: "أقال فلان وزير الدفاع"',
    none: 'nobody in particular: whom it hurts is a victim, whom it concerns no party of it',
    hurt: 'nobody in particular, and whoever is the object of the verb is hurt by it',
    across: 'who is spoken to, or fought for a town, stands across',
    side: 'nobody: all parties do the same',
    between: 'all do the same where it is told as being between them: "تبادل الأسرى بين س وص"',
  },
  place: {
    national:
      'the country of the authority, whatever town is named beside it: annotation guideline, ruling 16',
    authority: 'the country of the authority where no other place is told: the same ruling',
    nowhere: 'none but its own words tell',
    meeting: 'as `nowhere`; and the state that is talked of is not where the talks are',
    destination: 'where it goes to: "نحو", "إلى"',
    several: 'all places of a list: "قصف على س وص وع"',
    'many-a-day': 'one governorate sees many in a day, so that two towns are two of them',
  },
  /** How its sentence is to be read. */
  told: {
    'lead-day': 'done by saying it, or told while it lasts: the day a lead tells is its own',
    answer: 'done in answer to what is told as its occasion, and no consequence of it',
    'toll-around': 'a toll told of it is that of the fighting around',
    'object-before': 'the thing it is done to may stand before the word: "سيارة تصطدم"',
  },
} as const;
export type TraitField = keyof typeof traits;
export type Trait<Field extends TraitField> = keyof (typeof traits)[Field];
/** The fields of a line of data/types.jsonl that say them; one that says nothing is left out. */
export type Traits = { force?: Trait<'force'> } & {
  [Field in Exclude<TraitField, 'force'>]?: Trait<Field>[];
};

/** The types another one has to do with, by the field that names them. */
export type Relations = {
  /** In one clause those are its consequences, or vaguer words for it. */
  takes?: string[];
  /** Later mentions of it may be told as those. */
  retoldAs?: string[];
  /** It stays the news beside those, although they would take it, where they are told as its occasion. */
  besides?: string[];
};

/** What a line says in a field. */
export const saidOf = (line: Traits, field: TraitField): string[] => [line[field] ?? []].flat();

/** Throws where a line says a trait that nobody asks for. */
export function checkTraits(entry: { id: string } & Traits): void {
  for (const field of Object.keys(traits) as TraitField[])
    for (const value of saidOf(entry, field))
      if (!Object.hasOwn(traits[field], value))
        throw new Error(`data/types.jsonl: "${value}" of ${entry.id} is no value of "${field}"`);
}
