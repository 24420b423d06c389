import type { Facts } from '#lib/assess/standing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { composeReport } from '#lib/views/compose-report.ts';
import type { ReportGround } from '#lib/views/report-ground.ts';
import type { ReportGuard } from '#lib/views/report-guard.ts';
import { guardOfReports } from '#lib/views/report-shown.ts';
import type { Report } from '#lib/views/report.ts';
import { type ReportUnit, unitsModeOf } from './report-facts.ts';
import type { Reporting } from './reporting.svelte.ts';
import type { View } from './view.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What reports are composed from in the running app. */
export interface ComposingParts {
	workspace: Workspace;
	view: View;
	reporting: Reporting;
}

/** All that the reports of one definition share, whatever the unit. */
export interface Composing {
	facts: Facts;
	shared: Omit<ReportGround, 'definition' | 'path' | 'period'>;
}

/** Which report of a definition is asked for. */
interface ComposingQuestion {
	unit: ReportUnit;
	period: Period;
	language: Language;
	guard: ReportGuard;
}

/** Gathers what reports of the definition are composed from; rejects with AppError `reports.no-facts`. */
export async function openComposing(
	definition: ReportDefinition,
	parts: ComposingParts
): Promise<Composing> {
	const { workspace, view, reporting } = parts;
	const facts = await factsOfReport(definition, parts);
	const catalogue = mergeCatalogue(await productCatalogueWhole(), workspace.ownCatalogue);
	await reporting.read();
	const receipts = reporting.ground?.receipts;
	return {
		facts,
		shared: {
			tree: workspace.tree,
			boundaries: unitsModeOf(definition),
			today: view.today,
			sequence: workspace.ground?.manifest.sequence ?? 0,
			submissions: workspace.submissions,
			deadlines: reporting.deadlines,
			undertakings: catalogue.undertakings,
			...(receipts && { receipts })
		}
	};
}

/**
 * The guard over the reports of the definition on all these units: what one shows does not give away what another
 * withholds. Pauses with 0, as nothing is composed yet.
 */
export function* guardFor(
	{ facts, shared }: Composing,
	definition: ReportDefinition,
	{ units, period }: { units: readonly ReportUnit[]; period: Period }
): Generator<number, ReportGuard> {
	const ground = { ...shared, definition, period };
	const paths = units.map(({ path }) => path);
	const work = guardOfReports(facts, ground, paths);
	for (let step = work.next(); ; step = work.next()) {
		if (step.done) return step.value;
		yield 0;
	}
}

/** The report of the definition on one unit and period in a language, step by step. */
export function composeFor(
	{ facts, shared }: Composing,
	definition: ReportDefinition,
	{ unit, language, ...given }: ComposingQuestion
): Generator<number, Report> {
	const ground = { ...shared, ...given, definition: { ...definition, language }, path: unit.path };
	return composeReport(facts, ground);
}

async function factsOfReport(
	definition: Pick<ReportDefinition, 'boundaries'>,
	{ workspace, view }: Pick<ComposingParts, 'workspace' | 'view'>
): Promise<Facts> {
	const day = dayOf(definition, view);
	const facts = day === undefined ? workspace.facts : await workspace.factsOn(day);
	if (!facts) throw new AppError('reports.no-facts');
	return facts;
}

function dayOf(definition: Pick<ReportDefinition, 'boundaries'>, view: View): IsoDate | undefined {
	const mode = unitsModeOf(definition);
	if (mode === 'reported') return undefined;
	return mode === 'today' ? view.today : `${mode}-12-31`;
}
