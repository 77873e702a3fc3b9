import type { ActorEntry } from './data.ts';
import type { SourceType } from './types.ts';

const bySector: Readonly<Record<string, SourceType>> = {
  MIL: 'military_police',
  COP: 'military_police',
  SPY: 'military_police',
  REB: 'party_to_conflict',
  PRM: 'party_to_conflict',
  PTY: 'party_to_conflict',
  UAF: 'armed_group_claim',
  NGO: 'ngo_monitor',
  MED: 'medical',
  HLH: 'medical',
  JRN: 'media',
};

/** How a registered party's statement is weighed: by its sector, persons of states as officials. */
export const sourceOfEntry = ({ sector, isPerson, source }: ActorEntry): SourceType =>
  source ?? (isPerson && sector !== 'REB' ? 'official' : (bySector[sector] ?? 'official'));
