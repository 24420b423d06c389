import type { Report, ReportChart, ReportSection, ReportTable } from '#lib/views/report.ts';
import { chartParts, placedChart } from './deck-charts.ts';
import { footOf, textsOf } from './deck-foot.ts';
import { codesIn, leadingClauses, plainText, sentencesOf } from './deck-words.ts';
import {
	type DeckFigure,
	type DeckSlide,
	GAP,
	type PlacedPiece,
	SIZE,
	type SlideRoom
} from './deck.ts';
import { linesHeight, linesIn } from './slide-measure.ts';

const MOST_FIGURES = 6;
const FIGURE_HEIGHT = 62;
const LEAD_LINES = 2;
const FOOT_GAP = 6;

/**
 * The slides of one indicator: the sentence's first clauses, the figures of the unit itself, and its charts, two beside each
 * other; what does not fit follows on slides of the same title.
 */
export function indicatorSlides(
	report: Report,
	section: ReportSection,
	room: SlideRoom
): DeckSlide[] {
	const charts = section.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
	const [table] = section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
	const sentences = sentencesOf(section.blocks);
	const codes = [...sentences.flatMap(codesIn), ...charts.flatMap(({ trace }) => trace ?? [])];
	const head = headPieces(sentences[0] ?? [], table, room);
	const top = head.reduce((most, { top, height }) => Math.max(most, top + height + GAP), 0);
	const notes = [...sentences.map(plainText), ...charts.map(({ alternative }) => alternative)];
	return chartRows(charts, room).map((row, place) => {
		const shown = place === 0 ? head : [];
		const foot = footOf(report, room, {
			texts: textsOf([
				...shown.map(({ piece }) => piece),
				...row.map((chart) => ({ kind: 'chart' as const, chart }))
			]),
			codes: codes.slice(0, 2)
		});
		const from = place === 0 ? top : 0;
		const placed = besides(row, { from, to: foot.top - FOOT_GAP, width: room.width });
		return {
			title: section.title,
			pieces: [...shown, ...placed, foot],
			notes: place === 0 ? notes : []
		};
	});
}

function headPieces(
	sentence: Parameters<typeof leadingClauses>[0],
	table: ReportTable | undefined,
	{ width }: SlideRoom
): PlacedPiece[] {
	const lead = leadingClauses(sentence, { width, size: SIZE.lead, lines: LEAD_LINES });
	const lines = linesIn({ text: plainText(lead), size: SIZE.lead }, width);
	const leadHeight = lead.length > 0 ? linesHeight(lines, SIZE.lead) : 0;
	const text: PlacedPiece = {
		piece: { kind: 'text', paragraphs: [{ parts: lead, isItem: false }], size: SIZE.lead },
		...{ left: 0, top: 0, width, height: leadHeight }
	};
	const top = leadHeight > 0 ? leadHeight + GAP : 0;
	return [...(lead.length > 0 ? [text] : []), ...figureRow(figuresOf(table), { top, width })];
}

/** What the first row of the table says of the unit itself, column by column. */
function figuresOf(table: ReportTable | undefined): DeckFigure[] {
	const [row] = table?.rows ?? [];
	if (!table || !row) return [];
	return table.columns
		.flatMap(({ title, role }, at): DeckFigure[] => {
			const cell = row.cells[at];
			const isFigure =
				cell !== undefined && (cell.number !== undefined || cell.status !== undefined);
			if (at === 0 || role === 'code' || !isFigure) return [];
			return [{ label: title, text: cell.text, ...(cell.status && { status: cell.status }) }];
		})
		.slice(0, MOST_FIGURES);
}

function figureRow(
	figures: readonly DeckFigure[],
	{ top, width }: { top: number; width: number }
): PlacedPiece[] {
	const each = (width + GAP) / figures.length - GAP;
	return figures.map((figure, place) => ({
		piece: { kind: 'figure', figure },
		...{ left: place * (each + GAP), top, width: each, height: FIGURE_HEIGHT }
	}));
}

/** The charts slide by slide: two beside each other where both have few categories, else each for itself. */
function chartRows(charts: readonly ReportChart[], { height }: SlideRoom): ReportChart[][] {
	const [first, second, ...others] = charts;
	if (!first) return [[]];
	const firstParts = chartParts(first, height * 0.55);
	const [beginning = first, ...rest] = firstParts;
	const isPair =
		second !== undefined && rest.length === 0 && chartParts(second, height * 0.55).length === 1;
	const later = [...(second && !isPair ? [second] : []), ...others];
	return [
		isPair ? [beginning, second] : [beginning],
		...rest.map((part) => [part]),
		...later.flatMap((chart) => chartParts(chart, height * 0.85).map((part) => [part]))
	];
}

function besides(
	charts: readonly ReportChart[],
	{ from, to, width }: { from: number; to: number; width: number }
): PlacedPiece[] {
	const each = (width + 2 * GAP) / Math.max(1, charts.length) - 2 * GAP;
	return charts.flatMap((chart, place) =>
		placedChart(chart, {
			...{ left: place * (each + 2 * GAP), top: from, width: each, height: to - from }
		})
	);
}
