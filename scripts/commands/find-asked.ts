import { AppError } from '#lib/base/app-error.ts';
import type { Period } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/**
 * The indicator of that id, or those that the target of that id stands on, its own first; all of them without an id.
 * Throws AppError `cli.unknown-indicator`.
 */
export function chosenIndicators(
	{ indicators, targets }: Catalogue,
	id: string | undefined
): Indicator[] {
	if (id === undefined) return indicators;
	const target = targets.find((each) => each.id === id);
	const wanted = target ? [target.indicator, ...(target.also ?? [])] : [id];
	const chosen = wanted.flatMap(
		(each) => indicators.find((indicator) => indicator.id === each) ?? []
	);
	if (chosen.length > 0) return chosen;
	const known = indicators.map((indicator) => indicator.id).join(', ');
	throw new AppError('cli.unknown-indicator', { indicator: id, known });
}

/** The codes from the root down to the unit on the day; throws AppError `cli.unknown-unit`. */
export function pathOf(
	tree: UnitTree,
	{ unit, day, period }: { unit: string; day: string; period: Period }
): string[] {
	const path = tree.pathOn(unit, day).map(({ code }) => code);
	if (path.length === 0) throw new AppError('cli.unknown-unit', { unit, period });
	return path;
}
