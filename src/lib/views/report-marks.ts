import { firstQuarterNumber, quarterNumber, type Receipts } from '#lib/base/receipts.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { ReportSubmission } from './report-ground.ts';

/** What is known of how a figure came to be. */
export interface FigureMarks {
	/** True where a sheet that it counts from was sent again for the same unit and quarter. */
	isRevised: boolean;
	/** True where a sheet that it counts from was called provisional by who sent it. */
	isProvisional: boolean;
}

/** Which submissions are asked about, and on which units. */
export interface MarksGround {
	catalogue: Catalogue;
	receipts?: Receipts;
	submissions: readonly ReportSubmission[];
	tree: UnitTree;
	/** The day whose units the period is shown on. */
	day: IsoDate;
	period: Period;
}

/** Answers how the figures of a unit and all below it came to be, for an indicator in the period; worked out once. */
export function figureMarks(
	ground: MarksGround
): (unit: string, indicator: Indicator) => FigureMarks {
	const { catalogue } = ground;
	const found = reportsOf(ground);
	return (unit, indicator) => {
		const sheets = sheetsOf(catalogue, indicator);
		const has = (places: ReadonlySet<string>): boolean =>
			sheets.some((sheet) => places.has(placeOf(unit, sheet)));
		return { isRevised: has(found.revised), isProvisional: has(found.provisional) };
	};
}

interface Found {
	revised: Set<string>;
	provisional: Set<string>;
}

/** The places, unit by sheet, in which something was sent again or provisionally; also those of all units above. */
function reportsOf({ receipts, submissions, tree, day, period }: MarksGround): Found {
	const found: Found = { revised: new Set(), provisional: new Set() };
	if (!receipts) return found;
	const provisional = new Set(
		submissions.flatMap(({ sequence, state }) => (state === 'provisional' ? [sequence] : []))
	);
	const { units, templates, quarters, first, newest } = receipts;
	const [from, to] = [firstQuarterNumber(period), quarterNumber(period)];
	const asked = [...quarters.keys()].filter((at) => isBetween(quarters[at] ?? 0, { from, to }));
	for (const [unitPlace, unit] of units.entries()) {
		for (const [sheetPlace, sheet] of templates.entries()) {
			for (const quarter of asked) {
				const at = (unitPlace * templates.length + sheetPlace) * quarters.length + quarter;
				const last = newest[at] ?? 0;
				if (last === 0) continue;
				if (first[at] !== last) mark(found.revised, { tree, day, unit, sheet });
				if (provisional.has(last)) mark(found.provisional, { tree, day, unit, sheet });
			}
		}
	}
	return found;
}

/** Marks the place of a unit and those of all units above it. */
function mark(
	places: Set<string>,
	{ tree, day, unit, sheet }: { tree: UnitTree; day: IsoDate; unit: string; sheet: string }
): void {
	if (places.has(placeOf(unit, sheet))) return;
	places.add(placeOf(unit, sheet));
	for (const { code } of tree.pathOn(unit, day)) places.add(placeOf(code, sheet));
}

function sheetsOf({ templates }: Catalogue, { numerator, denominator }: Indicator): string[] {
	const used = new Set([...numerator, ...denominator]);
	return templates
		.filter(({ measures }) => measures.some(({ id }) => used.has(id)))
		.map(({ id }) => id);
}

function placeOf(unit: string, sheet: string): string {
	return `${unit} ${sheet}`;
}

function isBetween(quarter: number, { from, to }: { from: number; to: number }): boolean {
	return from <= quarter && quarter <= to;
}
