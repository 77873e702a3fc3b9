import { byTime } from './partition.ts';
import type { Report } from './report.ts';

/**
 * The reports with the origin of the words they carry, as all reports of their story tell it: a text that names its agency
 * speaks for its copies, otherwise the one that was published first. Dedupe can only say what it knew when a text came in;
 * a wire text that arrives after its copies is theirs all the same. Reports that are right already stay the same objects.
 */
export function voiced(reports: readonly Report[]): Map<Report, Report> {
  const first = new Map<string, Report>();
  for (const report of [...reports].sort(byTime)) {
    const known = first.get(report.storyId);
    if (!known || (report.saysOrigin && !known.saysOrigin)) first.set(report.storyId, report);
  }
  return new Map(
    reports.map((report) => {
      const originId = report.saysOrigin ? report.originId : first.get(report.storyId)?.originId;
      const isRight = originId === undefined || originId === report.originId;
      return [report, isRight ? report : { ...report, originId }];
    }),
  );
}
