import type { Language } from '#lib/base/language.ts';
import { comparePeriods, lastDayOf, type Period } from '#lib/base/period.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { beginWorker } from '#lib/engine/begin-worker.ts';
import { handOver } from './hand-over.ts';
import type { TemplateTasks } from './template-worker.ts';
import { askOnce, WorkerLine } from './worker-line.ts';
import type { Workspace } from './workspace.svelte.ts';
import workerAddress from './template-worker.ts?worker&url';

/** Which template, for whom and when. */
export interface TemplateRequest {
	/** `B1` … `B8`; absent for a workbook with all sheets that have columns. */
	template?: string;
	/** The unit's code; the sheet lists all units below it that report. */
	unit: string;
	period: Period;
	language: Language;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Two years of quarters, and their year: what has not been reported for so long is no longer known. */
const PERIODS_BACK = 10;

/**
 * Hands the reader a template as .xlsx, with the last known stocks beside it; rejects with AppError
 * `template.no-unit` where the unit does not exist in the period.
 */
export async function downloadTemplate(
	workspace: Workspace,
	{ template, unit, period, language }: TemplateRequest
): Promise<void> {
	const { catalogue, tree, ownCatalogue: own, progress } = workspace;
	const about = { unit, period, language, units: tree.units, at: Date.now() };
	const templates = columnSheetsOf(catalogue).filter(
		({ id }) => template === undefined || id === template
	);
	const question =
		templates.length > 0
			? { ...about, templates, contents: await contentsBefore(workspace, period) }
			: { ...about, own, progress };
	// Off the main thread: thousands of units take seconds.
	const line = new WorkerLine<TemplateTasks>(() => beginWorker(workerAddress, 'module'));
	const bytes = await askOnce(line, { task: 'draw', question });
	const isRoot = tree.rootsOn(lastDayOf(period))[0]?.code === unit;
	const parts = [template ?? 'B1-B7', period, ...(isRoot ? [] : [unit])];
	handOver(`${parts.join('-')}.xlsx`, new Blob([new Uint8Array(bytes)], { type: XLSX }));
}

/** The contents in force of the newest periods before; none where they cannot be read, which is said elsewhere. */
async function contentsBefore(workspace: Workspace, period: Period): Promise<Uint8Array[]> {
	const reported = workspace.submissions.flatMap(({ periods }) => periods);
	const before = [...new Set(reported)].filter((other) => lastDayOf(other) < lastDayOf(period));
	const newest = before.sort(comparePeriods).slice(-PERIODS_BACK);
	return (await workspace.contentsBeside({ periods: newest })) ?? [];
}
