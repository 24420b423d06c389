import type { Facts } from '#lib/assess/standing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { composeReport } from '#lib/views/compose-report.ts';
import type { ReportGround } from '#lib/views/report-ground.ts';
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

/** The report of the definition on one unit and period in a language, step by step. */
export function composeFor(
	{ facts, shared }: Composing,
	definition: ReportDefinition,
	{ unit, period, language }: { unit: ReportUnit; period: Period; language: Language }
): Generator<number, Report> {
	const ground = { ...shared, definition: { ...definition, language }, path: unit.path, period };
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
