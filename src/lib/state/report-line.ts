import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { Report } from '#lib/views/report.ts';
import { pause } from '#lib/base/pause.ts';
import type { ReportTasks } from './report-tasks.ts';
import { WorkerLine } from './worker-line.ts';
import workerAddress from './report-worker.ts?worker&url';

/** The line to the worker that writes the files of one run. */
export type ReportLine = WorkerLine<ReportTasks>;

/** A line to a worker that writes the files of one run, which the signal ends. */
export function openReportLine(signal: AbortSignal): ReportLine {
	return new WorkerLine(() => beginWorker(workerAddress, 'module'), { signal });
}

/** Hands the report to the worker, section by section. */
export async function sendReport(line: ReportLine, { sections, ...frame }: Report): Promise<void> {
	await line.ask('begin', frame);
	for (const section of sections) {
		await line.ask('section', { language: frame.language, section });
		await pause();
	}
}
