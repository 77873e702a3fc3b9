export type { Incident, IncidentMessage, Message, RasidRecord, RecordMessage } from '@rasid/contracts';
export { type ConsumeOptions, type Consumption, consume } from './consume.ts';
export { parseMessage } from './parse.ts';
