import { groupBy } from '#lib/base/group-by.ts';
import { say } from '#lib/base/messages.ts';
import type { AsideFigure, Trail, TrailFigure, TrailTerm } from '#lib/base/trail.ts';
import { printCount } from './print-value.ts';
import { type SourceLine, sourceLine, type TrailWording, unitNameIn } from './trail-source.ts';

/** So many figures of one unit below are listed beside it; of more, the unit's own trail tells. */
const FEW = 4;

/** So many units without a report are named. */
const NAMED = 12;

/** What comes through one unit directly below, or from the unit itself. */
export interface SumRow {
	unit: string;
	name: string;
	/** True for what the unit asked for reported itself. */
	isOwn: boolean;
	value: string;
	/** Its cells; empty where there are too many to list here. */
	sources: SourceLine[];
	/** `12 ô, 4 tệp`, where they are too many. */
	count?: string;
}

/** A figure that does not count. */
export interface AsideRow {
	source: SourceLine;
	/** What stands in its place, and by how much it differs. */
	words: string;
	isDifferent: boolean;
}

/** What one measure brings. */
export interface TermSum {
	id: string;
	/** `tot`: the measure's name. */
	name: string;
	/** `Biểu B1, cột “HTXSNV”`. */
	column: string;
	/** Its sum, a dash where nobody gave a figure. */
	sum: string;
	/** The submission that all figures come from, and for which period; absent where they differ. */
	shared?: SourceLine;
	rows: SumRow[];
	aside: AsideRow[];
}

/** How a figure adds up. */
export interface TrailSums {
	/** `(86 + 626) ÷ 754 = 712 ÷ 754`; absent where there is nothing to calculate. */
	equation?: string;
	numerator: TermSum[];
	denominator: TermSum[];
	/** Who has not reported; absent where all have. */
	missing?: string;
}

/** The sums of a trail in words, by measure and by unit directly below. */
export function trailSums(
	{ numerator, denominator, missing }: Trail,
	unit: string,
	wording: TrailWording
): TrailSums {
	const terms = (side: readonly TrailTerm[]): TermSum[] =>
		side.map((term) => termSum(term, unit, wording));
	const equation = equationOf({ numerator, denominator }, wording);
	return {
		...(equation && { equation }),
		numerator: terms(numerator),
		denominator: terms(denominator),
		...(missing.length > 0 && { missing: missingWords(missing, wording) })
	};
}

function equationOf(
	{ numerator, denominator }: Pick<Trail, 'numerator' | 'denominator'>,
	{ language }: TrailWording
): string | undefined {
	const sides = [numerator, denominator].filter((terms) => terms.length > 0);
	const sums = sides.map((terms) => terms.flatMap(({ sum }) => sum ?? []));
	if (sums.some((side) => side.length === 0)) return undefined;
	const isLong = sums.some((side) => side.length > 1);
	if (!isLong && sums.length === 1) return undefined;
	const print = (count: bigint): string => printCount(count, language);
	const parts = sums.map((side) => {
		const sum = side.map(print).join(' + ');
		return side.length > 1 && sums.length > 1 ? `(${sum})` : sum;
	});
	const totals = sums.map((side) => print(side.reduce((total, sum) => total + sum, 0n)));
	return [...(isLong ? [parts] : []), totals].map((side) => side.join(' ÷ ')).join(' = ');
}

function termSum(term: TrailTerm, unit: string, wording: TrailWording): TermSum {
	const { catalogue, language } = wording;
	const template = catalogue.templates.find(({ measures }) =>
		measures.some(({ id }) => id === term.measure)
	);
	const measure = template?.measures.find(({ id }) => id === term.measure);
	const shared = sharedSource(term.figures, wording);
	return {
		id: term.measure,
		name: measure?.name[language] ?? term.measure,
		column: say(language, 'trail.column', {
			sheet: template?.id ?? '',
			header: measure?.header ?? term.measure
		}),
		sum: term.sum === undefined ? '–' : printCount(term.sum, language),
		...(shared && { shared }),
		rows: [...groupBy(term.figures, ({ via }) => via)].map(([via = unit, figures]) =>
			sumRow(via, figures, { unit, wording })
		),
		aside: term.setAside.map((figure) => asideRow(figure, wording))
	};
}

function sharedSource(
	figures: readonly TrailFigure[],
	wording: TrailWording
): SourceLine | undefined {
	const [first] = figures;
	const isShared = figures.every(
		({ sequence, period }) => sequence === first?.sequence && period === first.period
	);
	return first && isShared ? sourceLine(first, wording) : undefined;
}

function sumRow(
	via: string,
	figures: readonly TrailFigure[],
	{ unit, wording }: { unit: string; wording: TrailWording }
): SumRow {
	const { language } = wording;
	const isOwn = via === unit;
	const isListed = isOwn || figures.length <= FEW;
	const name = unitNameIn(wording, via);
	const sum = figures.reduce((sum, { value, part = value }) => sum + part, 0n);
	return {
		unit: via,
		name: isOwn ? say(language, 'trail.own', { unit: name }) : name,
		isOwn,
		value: printCount(sum, language),
		sources: isListed ? figures.map((figure) => sourceLine(figure, wording)) : [],
		...(!isListed && {
			count: say(language, 'trail.cells', {
				count: figures.reduce((count, { cells }) => count + cells.length, 0),
				files: filesOf(figures, wording)
			})
		})
	};
}

/** How many files the figures come from: several sheets of one file are one. */
function filesOf(figures: readonly TrailFigure[], { submissions }: TrailWording): number {
	const fileOf = new Map(submissions.map(({ sequence, file }) => [sequence, file]));
	return new Set(figures.map(({ sequence }) => fileOf.get(sequence))).size;
}

function asideRow(figure: AsideFigure, wording: TrailWording): AsideRow {
	const { language } = wording;
	const { value, below } = figure;
	const source = sourceLine(figure, wording);
	if (below === undefined) {
		return { source, words: say(language, 'trail.aside-other'), isDifferent: false };
	}
	const isDifferent = below !== value;
	const words = say(language, isDifferent ? 'trail.aside-below' : 'trail.aside-same', {
		below: printCount(below, language),
		difference: printCount(value > below ? value - below : below - value, language)
	});
	return { source, words, isDifferent };
}

function missingWords(missing: Trail['missing'], wording: TrailWording): string {
	const { language } = wording;
	const names = missing.slice(0, NAMED).map(({ unit, isPartial }) => {
		const name = unitNameIn(wording, unit);
		return isPartial ? say(language, 'trail.missing-partial', { unit: name }) : name;
	});
	const listed = names.join(', ');
	const units =
		missing.length > NAMED
			? say(language, 'trail.missing-more', { units: listed, count: missing.length - NAMED })
			: listed;
	return say(language, 'trail.missing', { count: missing.length, units });
}
