import { makeId, type RasidRecord, type RecordMessage } from '@rasid/contracts';

/** The message that takes a record back: its article is gone from its site. It says so after everything the record said. */
export function withdrawal(record: RasidRecord, time: string): RecordMessage {
  return {
    specversion: '1.0',
    id: makeId('message', record.id, 'withdrawn'),
    source: '/rasid',
    subject: record.id,
    time,
    datacontenttype: 'application/json',
    sequence: String(record.revision + 1),
    type: 'rasid.record.withdrawn',
    data: record,
  };
}
