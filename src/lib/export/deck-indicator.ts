import type {
	Report,
	ReportChart,
	ReportPart,
	ReportSection,
	ReportTable
} from '#lib/views/report.ts';
import { chartBeginning, placedChart } from './deck-charts.ts';
import { figureColumn, figureRow } from './deck-figures.ts';
import { footOf, textsOf } from './deck-foot.ts';
import { codesIn, leadingClauses, plainText, sentencesOf } from './deck-words.ts';
import {
	type DeckFigure,
	type DeckPiece,
	type DeckSlide,
	GAP,
	type PlacedPiece,
	SIZE,
	type SlideRoom
} from './deck.ts';
import { linesHeight, linesIn } from './slide-measure.ts';
import { nameColumn } from './slide-columns.ts';

const MOST_FIGURES = 7;
const MOST_CODES = 2;
const LEAD_LINES = 2;
const FOOT_ROOM = 44;
const FOOT_GAP = 6;
/** The share of the figures' column beside the chart. */
const FIGURES_SHARE = 0.29;

/**
 * The slides of one indicator: on the first the sentence's first clauses, the figures of the unit itself, and beside them the
 * units that need care most; each chart more has a slide of its own. The notes of the first say all.
 */
export function indicatorSlides(
	report: Report,
	section: ReportSection,
	room: SlideRoom
): DeckSlide[] {
	const charts = section.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
	const [table] = section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
	const sentences = sentencesOf(section.blocks);
	const traces = [...sentences.flatMap(codesIn), ...charts.flatMap(({ trace }) => trace ?? [])];
	const codes = [...new Set(traces)].slice(0, MOST_CODES);
	const given = { report, room, codes };
	const first = charts.find(({ kind }) => kind !== 'line') ?? charts[0];
	const others = charts.filter((chart) => chart !== first);
	const { title } = section;
	const notes = [...sentences.map(plainText), ...(first ? [first.alternative] : [])];
	return [
		{ title, pieces: firstPieces(sentences[0] ?? [], { first, table }, given), notes },
		...others.map((chart) => {
			const place = { left: 0, top: 0, width: room.width };
			return {
				title,
				pieces: withChart([], chart, { ...given, place }),
				notes: [chart.alternative]
			};
		})
	];
}

interface Given {
	report: Report;
	room: SlideRoom;
	codes: readonly string[];
}

function firstPieces(
	sentence: readonly ReportPart[],
	{ first, table }: { first: ReportChart | undefined; table: ReportTable | undefined },
	given: Given
): PlacedPiece[] {
	const { room } = given;
	const lead = leadPieces(sentence, room);
	const top = lead.reduce((most, { height }) => Math.max(most, height + GAP), 0);
	const height = room.height - top - FOOT_ROOM;
	const figures = figuresOf(table);
	if (!first || figures.length === 0) {
		const row =
			figures.length > 0 ? figureRow(figures, { top, width: room.width, size: SIZE.figure }) : [];
		return withChart([...lead, ...row], first, {
			...given,
			place: { left: 0, top, width: room.width }
		});
	}
	const width = room.width * FIGURES_SHARE;
	const left = width + 2 * GAP;
	return withChart([...lead, ...figureColumn(figures, { top, width, height })], first, {
		...given,
		place: { left, top, width: room.width - left }
	});
}

function leadPieces(sentence: readonly ReportPart[], { width }: SlideRoom): PlacedPiece[] {
	const parts = leadingClauses(sentence, { width, size: SIZE.lead, lines: LEAD_LINES });
	if (parts.length === 0) return [];
	const lines = linesIn({ text: plainText(parts), size: SIZE.lead, isBold: true }, width);
	return [
		{
			piece: { kind: 'text', paragraphs: [{ parts, isItem: false }], size: SIZE.lead },
			...{ left: 0, top: 0, width, height: linesHeight(lines, SIZE.lead) }
		}
	];
}

/** The pieces, the chart at its place down to the foot, and the foot. */
function withChart(
	pieces: readonly PlacedPiece[],
	chart: ReportChart | undefined,
	{ report, room, codes, place }: Given & { place: { left: number; top: number; width: number } }
): PlacedPiece[] {
	const { language } = report;
	const height = room.height - place.top - FOOT_ROOM;
	const shown = chart && chartBeginning(chart, { height, language });
	const words: DeckPiece[] = [
		...pieces.map(({ piece }) => piece),
		...(shown ? [{ kind: 'chart' as const, chart: shown }] : [])
	];
	const foot = footOf(report, room, { texts: textsOf(words), codes });
	const down = foot.top - FOOT_GAP - place.top;
	return [...pieces, ...(shown ? placedChart(shown, { ...place, height: down }) : []), foot];
}

/** What the first row of the table says of the unit itself: its ratio first, with how it stands, then the other cells. */
function figuresOf(table: ReportTable | undefined): DeckFigure[] {
	const cells = table?.rows[0]?.cells ?? [];
	const numbers = cells.flatMap(({ number }, at) => (number ? [{ ...number, at }] : []));
	const main = numbers.find(({ unit }) => unit === 'ratio') ?? numbers[0];
	const status = cells.findIndex((cell) => cell.status !== undefined);
	const [mainCell, statusCell] = [main && cells[main.at], cells[status]];
	if (!table || !main || !mainCell) return [];
	const first: DeckFigure = {
		label: table.columns[main.at]?.title ?? '',
		text: mainCell.text,
		...(statusCell?.status && { remark: statusCell.text, status: statusCell.status })
	};
	const others = cells.flatMap(({ text }, at): DeckFigure[] => {
		const column = table.columns[at];
		const isSaid = at === main.at || at === status || at <= nameColumn(table);
		if (isSaid || text === '' || !column || column.role === 'code') return [];
		return [{ label: column.title, text }];
	});
	return [first, ...others].slice(0, MOST_FIGURES);
}
