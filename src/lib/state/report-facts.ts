import type { Facts } from '#lib/assess/standing.ts';
import { AppError } from '#lib/base/app-error.ts';
import { type Period, isPeriod } from '#lib/base/period.ts';
import { periodOfDefinition, type ReportDefinition } from '#lib/base/report-definition.ts';
import type { UnitsMode } from '#lib/base/tree-day.ts';
import { pathIn } from '#lib/views/indicator-ground.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** A unit that a report is made for: the codes from the root down to it, and its name. */
export interface ReportUnit {
	code: string;
	name: string;
	path: readonly string[];
}

/** What the definition means now. */
export interface ReportPlace {
	period: Period;
	/** Those that exist in the period. */
	units: ReportUnit[];
	/** The names, or codes, of those that do not. */
	missing: string[];
}

/** The boundary mode that a definition names; as reported where it names none. */
export function unitsModeOf({ boundaries }: Pick<ReportDefinition, 'boundaries'>): UnitsMode {
	if (boundaries === 'today') return 'today';
	return /^\d{4}$/.test(boundaries) ? Number(boundaries) : 'reported';
}

/**
 * For which period and units a definition is run now; `shown` is the unit in view. Throws AppError
 * `reports.no-figures` where the period has none, `reports.no-units` where none of the units exists in it.
 */
export function placeOfReport(
	definition: ReportDefinition,
	{ facts, tree, shown }: { facts: Facts; tree: UnitTree; shown: string }
): ReportPlace {
	const { periods } = facts.totals;
	const period = periodOfDefinition(definition, periods);
	if (period === undefined || !isPeriod(period) || !periods.includes(period)) {
		throw new AppError('reports.no-figures', { period: period ?? '' });
	}
	const codes = definition.units.length > 0 ? definition.units : [shown];
	const asked = codes.map((code) => {
		const path = pathIn({ facts, tree }, code, period);
		return { code, name: tree.find(code)?.name ?? code, path };
	});
	const units = asked.filter(({ path }) => path.length > 0);
	const missing = asked.filter(({ path }) => path.length === 0).map(({ name }) => name);
	if (units.length === 0) {
		throw new AppError('reports.no-units', { units: missing.join(', '), period });
	}
	return { period, units, missing };
}
