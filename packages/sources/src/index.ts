export { type Alarm, type AlarmFacts, alarmOf, alarms } from './alarm.ts';
export { type Candidate, feedLinks, robotsSitemaps, sitemapLinks, usualAddresses } from './discover.ts';
export { writeDuration } from './duration.ts';
export { type Edit, editCatalogue, editOwnCatalogue } from './edit.ts';
export { followCatalogue, type LiveCatalogue } from './follow.ts';
export { CatalogueError, loadCatalogue, loadSources, ownCatalogueFile, parseCatalogue } from './load.ts';
export { fromOpml, idFor, toOpml } from './opml.ts';
export {
  blankRhythm,
  expectedItems,
  forecast,
  hourlyRates,
  learn,
  meanRate,
  type Rhythm,
  type Sighting,
} from './rhythm.ts';
export { CatalogueFile, Source, type SourceEntry } from './schema.ts';
