export type PlaceKind =
  | 'country'
  | 'admin1'
  | 'admin2'
  | 'city'
  | 'locality'
  | 'quarter'
  | 'camp'
  | 'crossing'
  | 'base'
  | 'site'
  | 'road'
  | 'river'
  | 'region'
  | 'sea';

/** One place; names as the registry spells them, `admin1` without its admin noun, degrees WGS 84 or null. */
export type PlaceEntry = {
  id: string;
  kind: PlaceKind;
  name: { ar: string; en: string };
  country: string | null;
  admin1: string | null;
  admin1Code: string | null;
  admin2: string | null;
  lat: number | null;
  lon: number | null;
  population: number;
};

/** A place with its other spellings. */
export type NamedPlace = PlaceEntry & {
  aliases: string[];
  /** The town an airport or a port is called after; found when the gazetteer is made. */
  town?: string | undefined;
};

export type AdminNoun =
  | 'city'
  | 'town'
  | 'village'
  | 'quarter'
  | 'camp'
  | 'crossing'
  | 'base'
  | 'governorate'
  | 'countryside'
  | 'district'
  | 'state'
  | 'road'
  | 'area';

export type Relation = 'in' | 'near' | 'between' | 'countryside' | 'border' | 'off_coast';

/** A place named in a text: token range [from, to), offsets into the original, the name alone as `text`. */
export type PlaceMention = {
  from: number;
  to: number;
  start: number;
  end: number;
  text: string;
  adminNoun: AdminNoun | null;
  relation: Relation | null;
  direction: string | null;
  preposition: string | null;
  candidates: readonly NamedPlace[];
  /** A government acts or speaks: "دمشق تدين". */
  asActor: boolean;
  /** The place of writing before a report: "دمشق - سانا"; resolved, with precision 5. */
  isDateline: boolean;
  /** Goes on a list of places: "كفرنبل وحاس". */
  isListed: boolean;
  /** The country an adjective right behind a name nobody knows tells: "بلدة كذا الأوكرانية". */
  nation?: string | undefined;
  /** Countries the whole text speaks of, by places and nationality words. */
  spoken: ReadonlySet<string>;
};

/** A mention before the whole text is known. */
export type FoundName = Omit<PlaceMention, 'spoken'>;

/** A mention with the place it was read as; precision 1 locality to 5 nothing, as in the record. */
export type ResolvedPlace = {
  mention: PlaceMention;
  country: string | null;
  admin1: string | null;
  admin1Code: string | null;
  admin2: string | null;
  locality: string | null;
  relation: Relation | null;
  precision: 1 | 2 | 3 | 4 | 5;
  lat: number | null;
  lon: number | null;
  gazetteerId: string | null;
  candidates: { gazetteerId: string; score: number; admin1: string | null }[];
};
