import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { type IsoDate, yearOf } from '#lib/base/period.ts';
import type { UnitsMode } from '#lib/base/tree-day.ts';

/** A choice of units, and what it does. */
export interface BoundaryOption {
	mode: UnitsMode;
	/** `Như báo cáo`, `Đơn vị hiện nay`, `Đơn vị năm 2024`. */
	name: string;
	/** What choosing it does to the figures, in a sentence or two. */
	text: string;
}

/**
 * The units that there are to choose from: as reported, those of today, then, newest first, those at the end of each year
 * after which the organisation changed. Only what is chosen already stands beside "as reported" where nothing changed.
 */
export function boundaryOptions(
	changes: readonly IsoDate[],
	{ today, chosen, language }: { today: IsoDate; chosen: UnitsMode; language: Language }
): BoundaryOption[] {
	const past = [...new Set(changes)].filter((day) => day <= today);
	const years = [...past.map((day) => yearOf(day) - 1), ...past.map(yearOf)].filter((year) =>
		past.some((day) => day > `${year}-12-31`)
	);
	const modes: UnitsMode[] = [
		'reported',
		...(past.length > 0 || chosen === 'today' ? (['today'] as const) : []),
		...[...new Set([...years, ...(typeof chosen === 'number' ? [chosen] : [])])].sort(
			(a, b) => b - a
		)
	];
	return modes.map((mode) => ({
		mode,
		name: boundaryName(mode, language),
		text: boundaryText(mode, language)
	}));
}

/** The name of a choice of units: `Đơn vị năm 2024`. */
export function boundaryName(mode: UnitsMode, language: Language): string {
	if (typeof mode === 'number') return say(language, 'boundaries.year', { year: String(mode) });
	return say(language, `boundaries.${mode}`);
}

function boundaryText(mode: UnitsMode, language: Language): string {
	if (typeof mode !== 'number') return say(language, `boundaries.${mode}-text`);
	return say(language, 'boundaries.year-text', { year: String(mode) });
}
