import { cellAddress } from '#lib/base/cell-address.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { Trail, TrailFigure, TrailTerm } from '#lib/base/trail.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { timeWords } from './submission-list.ts';
import { type TrailWording, unitNameIn } from './trail-source.ts';
import type { TermSum, TrailSums } from './trail-sums.ts';

const HEADS: MessageKey[] = [
	'trail.side',
	'trail.measure',
	'trail.code',
	'trail.unit',
	'trail.period',
	'trail.figure',
	'trail.counted',
	'trail.file',
	'trail.sheet-name',
	'trail.row',
	'trail.column-number',
	'trail.address',
	'trail.state',
	'trail.time'
];

/** Every cell of a trail as the rows of a table, heads first: plain digits, so that a spreadsheet can add them up. */
export function trailRows(trail: Trail, wording: TrailWording): string[][] {
	const { language } = wording;
	const isRatio = trail.denominator.length > 0;
	const rowsOf = (terms: readonly TrailTerm[], side: MessageKey): string[][] =>
		terms.flatMap((term) =>
			term.figures.flatMap((figure) =>
				figureRows(figure, [say(language, side), nameOf(term, wording)], wording)
			)
		);
	return [
		HEADS.map((head) => say(language, head)),
		...rowsOf(trail.numerator, isRatio ? 'definition.numerator' : 'definition.count'),
		...rowsOf(trail.denominator, 'definition.denominator')
	];
}

function nameOf({ measure }: TrailTerm, { catalogue, language }: TrailWording): string {
	return measuresOf(catalogue).get(measure)?.name[language] ?? measure;
}

/** What counts of a figure stands beside its first cell: so the column adds up to the total. */
function figureRows(figure: TrailFigure, head: string[], wording: TrailWording): string[][] {
	const { language, submissions } = wording;
	const source = submissions.find(({ sequence }) => sequence === figure.sequence);
	return figure.cells.map((cell, place) => [
		...head,
		figure.unit,
		unitNameIn(wording, figure.unit),
		figure.period,
		String(cell.value),
		place === 0 ? String(figure.part ?? figure.value) : '',
		source?.file ?? '',
		source?.sheet ?? '',
		String(cell.row),
		String(cell.column),
		cellAddress(cell),
		source ? say(language, `submissions.${source.state}`) : '',
		source ? timeWords(source.at, language) : ''
	]);
}

/** A trail as lines of text: the figure, each measure with its sum, and what it adds up. */
export function trailText(
	heading: string,
	{ numerator, denominator, missing }: TrailSums,
	{ language }: Pick<TrailWording, 'language'>
): string {
	const isRatio = denominator.length > 0;
	const lines = (terms: readonly TermSum[], side: MessageKey): string[] =>
		terms.flatMap((term) => [
			say(language, 'trail.text-term', {
				side: say(language, side),
				measure: term.name,
				sum: term.sum
			}),
			...term.rows.map(
				({ name, value, count, sources }) =>
					`  ${say(language, 'trail.text-line', {
						unit: name,
						value,
						source:
							count ??
							sources
								.map(
									({ file, cells }) => `${file} ${cells.map(({ address }) => address).join(', ')}`
								)
								.join('; ')
					})}`
			)
		]);
	return [
		heading,
		...lines(numerator, isRatio ? 'definition.numerator' : 'definition.count'),
		...lines(denominator, 'definition.denominator'),
		...(missing ? [missing] : [])
	].join('\n');
}
