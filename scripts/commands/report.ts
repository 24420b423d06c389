import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#lib/base/app-error.ts';
import type { Totals } from '#lib/base/indicator-total.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import type { Period } from '#lib/base/period.ts';
import { periodOfDefinition } from '#lib/base/report-definition.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { distinctFileNames, safeFileName } from '#lib/export/file-name.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { findReceipts } from '#lib/rollup/find-receipts.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { type RollupInput, rollUp } from '#lib/rollup/roll-up.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { ReportGround, ReportSubmission } from '#lib/views/report-ground.ts';
import { guardOfReports } from '#lib/views/report-shown.ts';
import { asSubmissions } from './as-submissions.ts';
import { pathOf } from './find-asked.ts';
import { openCatalogue, openDated, openDrafts, openLineage, openUnits } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';
import { type ReportOptions, readReportOptions } from './report-options.ts';
import { reportErrors } from './report-errors.ts';
import { type ReportGrounds, writeReport } from './write-report.ts';

/** What reports are made from, whatever the unit. */
interface Opened extends Pick<ReportGrounds, 'facts'> {
	ground: Omit<ReportGround, 'path'>;
	drafts: readonly Draft[];
}

/**
 * Writes the report of a unit in a period as a file, or of several units into a folder, and prints the names of the
 * files; 0 without errors in the data, else 1. The files tell who has reported, but not when.
 */
export async function report(args: string[]): Promise<number> {
	const asked = await readReportOptions(args);
	const opened = await openGround(asked);
	const { definition, period } = opened.ground;
	const { facts, drafts } = opened;
	const day = treeDayOf(facts.totals, period);
	const codes = definition.units;
	const paths = codes.map((unit) => pathOf(opened.ground.tree, { unit, day, period }));
	const names = await outNames(asked, { opened, codes });
	const guard = atOnce(guardOfReports(facts, opened.ground, paths));
	for (const [place, path] of paths.entries()) {
		const name = names[place] ?? asked.out;
		const bytes = await writeReport({ facts, ground: { ...opened.ground, path, guard } }, asked);
		await writeFile(name, bytes);
		process.stdout.write(`${name}\n`);
	}
	return reportErrors([...drafts], asked.options);
}

function atOnce<Result>(work: Generator<unknown, Result>): Result {
	for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

async function openGround(asked: ReportOptions): Promise<Opened> {
	const { options, definition } = asked;
	const now = asked.today === undefined ? Date.now() : Date.parse(`${asked.today}T12:00:00+07:00`);
	const catalogue = await openCatalogue(options.files);
	const units = await openUnits(options);
	const lineage = await openLineage(options, units);
	const { drafts, submissions } = await openFiles(asked, { units, lineage });
	const entries = asSubmissions(drafts);
	const { boundaries } = options;
	const totals = totalsOf({ submissions: entries, units, lineage, catalogue, boundaries });
	const period = periodOf(asked, totals);
	return {
		drafts,
		facts: {
			...{ catalogue, totals, adoption: {}, settings: productSettings() },
			progress: readProgress(entries)
		},
		ground: {
			...{ definition, period, submissions },
			tree: createUnitTree(units),
			boundaries: boundariesOf(definition.boundaries),
			today: localDayOf(now),
			sequence: drafts.length,
			isArrivalKnown: false,
			receipts: findReceipts(entries, columnSheetsOf(catalogue)),
			deadlines: productDeadlines(),
			undertakings: (await openCatalogue(options.files, await productCatalogueWhole())).undertakings
		}
	};
}

/** The sheets in the order of the files, each numbered as a workspace that takes them in would number them. */
async function openFiles(
	{ options }: ReportOptions,
	{
		units,
		lineage
	}: Pick<RollupInput, 'units' | 'lineage'> & { units: Parameters<typeof createUnitTree>[0] }
): Promise<{ drafts: Draft[]; submissions: ReportSubmission[] }> {
	const layouts = await readLayouts(options.layout);
	const drafts: Draft[] = [];
	const submissions: ReportSubmission[] = [];
	const { period } = options;
	for (const file of options.files) {
		const context = { units: [...units], lineage, layouts };
		const read = period
			? await openDated(file, { ...context, period })
			: await openDrafts(file, context);
		const at = (await stat(file)).mtime.toISOString();
		for (const draft of read) {
			drafts.push(draft);
			submissions.push(submissionOf(draft, { at, sequence: drafts.length }));
		}
	}
	return { drafts, submissions };
}

function submissionOf(
	{ file, sheet, template, periods, rows, issues }: Draft,
	{ at, sequence }: { at: string; sequence: number }
): ReportSubmission {
	return {
		...{ id: String(sequence), sequence, file: basename(file), sheet, periods, at, issues },
		template: template ?? '',
		state: 'official',
		rows: { accepted: rows.accepted, rejected: rows.rejected }
	};
}

/** The period asked for, or the newest one; throws AppError `cli.no-figures` where there is none. */
function periodOf({ definition }: ReportOptions, { periods }: Totals): Period {
	const period = periodOfDefinition(definition, periods);
	if (period !== undefined && periods.includes(period)) return period;
	throw new AppError('cli.no-figures', { period: definition.period });
}

function boundariesOf(text: string): ReportGround['boundaries'] {
	if (text === 'today') return 'today';
	return /^\d{4}$/.test(text) ? Number(text) : 'reported';
}

/** The file asked for; of several units one in the folder for each, named by its unit. */
async function outNames(
	{ out, format }: ReportOptions,
	{ opened, codes }: { opened: Opened; codes: readonly string[] }
): Promise<string[]> {
	if (codes.length === 1) {
		await mkdir(dirname(out), { recursive: true });
		return [out];
	}
	await mkdir(out, { recursive: true });
	const { tree, definition, period } = opened.ground;
	const names = codes.map((code) =>
		safeFileName(`${definition.name} ${tree.find(code)?.name ?? code} ${period}`, format)
	);
	return distinctFileNames(names).map((name) => join(out, name));
}

function totalsOf(input: RollupInput): Totals {
	return readRollup(rollUp(input));
}
