import { farthestMissed } from './overview-answers.ts';
import { headlineLines, type OverviewLine } from './overview-lines.ts';

/** One slide: the unit and how it stands, an indicator, or at the end what is late. */
export type Slide =
	{ kind: 'title' } | { kind: 'indicator'; line: OverviewLine } | { kind: 'late' };

const MOST = 6;

/**
 * The slides in their order: title, the four headline indicators, the others chosen by their ids, what is late. Unless one
 * chooses, the others are those missed that lie farthest from their targets.
 */
export function slidesOf(lines: readonly OverviewLine[], chosen?: readonly string[]): Slide[] {
	const others = chosen ? linesOf(lines, chosen) : unchosen(lines);
	return [
		{ kind: 'title' },
		...[...headlineLines(lines), ...others].map((line): Slide => ({ kind: 'indicator', line })),
		{ kind: 'late' }
	];
}

/** The ids of the others that are shown unless one chooses. */
export function usualChoice(lines: readonly OverviewLine[]): string[] {
	return unchosen(lines).map(({ reading }) => reading.indicator);
}

/** The place from 0 of the slide that an address names from 1; the first or the last where it names none of them. */
export function slidePlace(named: string | undefined, slides: readonly Slide[]): number {
	const number = Number.parseInt(named ?? '1', 10);
	return Math.min(Math.max(Number.isNaN(number) ? 1 : number, 1), slides.length) - 1;
}

/** The ids that an address names, separated by points; `undefined` where it names none, empty for `none`. */
export function namedChoice(named: string | undefined): string[] | undefined {
	if (named === undefined) return undefined;
	return named === 'none' ? [] : named.split('.').filter(Boolean);
}

/** The ids as an address names them; `undefined` where they are those shown unless one chooses. */
export function choiceName(
	ids: readonly string[],
	lines: readonly OverviewLine[]
): string | undefined {
	const usual = usualChoice(lines);
	const isUsual = ids.length === usual.length && usual.every((id) => ids.includes(id));
	return isUsual ? undefined : ids.join('.') || 'none';
}

function linesOf(lines: readonly OverviewLine[], ids: readonly string[]): OverviewLine[] {
	return lines.filter(
		({ reading, headline }) => headline === undefined && ids.includes(reading.indicator)
	);
}

function unchosen(lines: readonly OverviewLine[]): OverviewLine[] {
	return farthestMissed(
		lines.filter(({ headline }) => headline === undefined),
		MOST
	);
}
