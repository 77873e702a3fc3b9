/** PLOVER-like sector codes, or null when the text does not show one. */
export type Sector = string | null;

/** How a statement of this party is to be weighed; the values of the record's `sourceType`. */
export type SourceType =
  | 'official'
  | 'military_police'
  | 'medical'
  | 'ngo_monitor'
  | 'agency'
  | 'media'
  | 'party_to_conflict'
  | 'armed_group_claim'
  | 'witness'
  | 'local_source'
  | 'anonymous_official'
  | 'social_media'
  | 'unknown';

/**
 * What a mention is: an entry of the registry, people by class ("مدنيون"), a named person, an office
 * ("وزير الخارجية"), an institution ("محكمة حلب"), a group under arms or a movement, or a nationality
 * adjective that is the only trace of a doer ("بقصف إسرائيلي").
 */
export type PartyKind =
  | 'registered'
  | 'generic'
  | 'person'
  | 'office'
  | 'institution'
  | 'group'
  | 'adjective';

/** Words before or after a name that say what the person is; outside the person's own span. */
export type Office = {
  start: number;
  end: number;
  text: string;
  sector: Sector;
  canon: string | null;
  /** Class of its head noun in `nouns.jsonl`. */
  rule: string | null;
};

/** A noun phrase that can be the actor, target, victim or source of an event. */
export type PartyMention = {
  /** Token range [from, to) of the tokens given; quotation marks count. */
  from: number;
  to: number;
  /** UTF-16 offsets into the text; proclitics and titles are outside. */
  start: number;
  end: number;
  text: string;
  /** The first word without proclitics, as written. */
  head: string;
  kind: PartyKind;
  canon: string | null;
  sector: Sector;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** What the country was read from: the phrase, a mention nearby, most of the text, the outlet. */
  countryBasis: 'phrase' | 'near' | 'text' | 'outlet' | null;
  /** ACLED interaction code, 1 to 8. */
  inter: number | null;
  canAct: boolean;
  canSuffer: boolean;
  canSpeak: boolean;
  sourceType: SourceType | null;
  /** Grammatical number of the head; null for names of organisations. */
  number: 'one' | 'two' | 'many' | null;
  isDefinite: boolean;
  office: Office | null;
  /** Class of the head noun in `nouns.jsonl`, or null for names. */
  rule: string | null;
  /** Parties named inside this phrase: "داعش" in "خلايا داعش". */
  nested: PartyMention[];
};

export type PartyContext = {
  /** YYYY-MM-DD: readings of the registry outside their time are dropped. */
  at?: string | undefined;
  outletCountry?: string | null | undefined;
  /** Places found in the text, by start: they say whose police "الشرطة" is. */
  places?: readonly { start: number; end: number; country: string | null }[] | undefined;
  /** Parties of the article's other field, so that a family name alone is known in the text. */
  known?: readonly PartyMention[] | undefined;
};
