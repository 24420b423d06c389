import type { Report, ReportChart, ReportSection, ReportTable } from '#lib/views/report.ts';
import { chartParts, placedChart } from './deck-charts.ts';
import { footOf, textsOf } from './deck-foot.ts';
import { codesIn, leadingClauses, plainText, spokenParts } from './deck-words.ts';
import { type DeckSlide, type DeckText, GAP, SIZE, type SlideRoom } from './deck.ts';
import { linesHeight, linesIn } from './slide-measure.ts';
import { nameColumn, pageHeight, type TablePage, tablePages } from './slide-table.ts';

const ITEM_SPACE = 8;
const ITEM_INDENT = 24;
const FOOT_ROOM = 44;
const SUMMARY_LINES = 2;
const FOOT_GAP = 6;

/** The slides of any section: its sentences, then each chart, then its tables, as many slides as they need. */
export function sectionSlides(
	report: Report,
	section: ReportSection,
	room: SlideRoom
): DeckSlide[] {
	const texts = section.blocks.flatMap((block): DeckText[] => {
		if (block.kind === 'paragraph') return [{ parts: block.parts, isItem: false }];
		return block.kind === 'list' ? block.items.map((parts) => ({ parts, isItem: true })) : [];
	});
	const { title } = section;
	const given = { report, title, room, isSummary: section.id === 'summary' };
	return [
		...textSlides(texts, given),
		...section.blocks.flatMap((block) => {
			if (block.kind === 'chart') return chartSlides(block.chart, given);
			return block.kind === 'table' ? tableSlides(block.table, given) : [];
		})
	];
}

interface Given {
	report: Report;
	title: string;
	room: SlideRoom;
	/** True where only the first clauses of each sentence are shown. */
	isSummary?: boolean;
}

/** Sentences one below another; the codes in them stand in the notes. */
export function textSlides(
	texts: readonly DeckText[],
	{ report, title, room, isSummary = false }: Given
): DeckSlide[] {
	return textPages(texts, { room, isSummary }).map((page) => {
		const paragraphs = page.map(({ shown, isItem }) => ({ parts: shown, isItem }));
		const piece = { kind: 'text' as const, paragraphs, size: SIZE.text };
		const foot = footOf(report, room, {
			texts: textsOf([piece]),
			codes: page.flatMap(({ parts }) => codesIn(parts))
		});
		const height = foot.top - FOOT_GAP;
		return {
			title,
			pieces: [{ piece, left: 0, top: 0, width: room.width, height }, foot],
			notes: page.map(({ parts }) => plainText(parts))
		};
	});
}

interface ShownText extends DeckText {
	/** What of it stands on the slide. */
	shown: DeckText['parts'];
}

function textPages(
	texts: readonly DeckText[],
	{ room, isSummary }: { room: SlideRoom; isSummary: boolean }
): ShownText[][] {
	const pages: ShownText[][] = [];
	let left = 0;
	for (const text of texts) {
		const width = room.width - (text.isItem ? ITEM_INDENT : 0);
		const set = { width, size: SIZE.text, lines: SUMMARY_LINES };
		const shown = isSummary ? leadingClauses(text.parts, set) : spokenParts(text.parts);
		const lines = linesIn({ text: plainText(shown), size: SIZE.text }, width);
		const needed = linesHeight(lines, SIZE.text) + ITEM_SPACE;
		const page = pages.at(-1);
		if (page && needed <= left) page.push({ ...text, shown });
		else {
			pages.push([{ ...text, shown }]);
			left = room.height - FOOT_ROOM;
		}
		left -= needed;
	}
	return pages;
}

/** The chart over the whole slide, of many units in parts. */
export function chartSlides(chart: ReportChart, { report, title, room }: Given): DeckSlide[] {
	return chartParts(chart, room.height - FOOT_ROOM).map((part) => {
		const foot = footOf(report, room, {
			texts: textsOf([{ kind: 'chart', chart: part }]),
			codes: chart.trace === undefined ? [] : [chart.trace]
		});
		const height = foot.top - FOOT_GAP;
		return {
			title,
			pieces: [...placedChart(part, { left: 0, top: 0, width: room.width, height }), foot],
			notes: [chart.alternative]
		};
	});
}

/** The table under its caption, in parts that fit. */
export function tableSlides(table: ReportTable, { report, title, room }: Given): DeckSlide[] {
	if (table.rows.length === 0) return [];
	const caption = linesHeight(
		linesIn({ text: table.caption, size: SIZE.caption, isBold: true }, room.width),
		SIZE.caption
	);
	const top = caption + GAP / 3;
	const space = { width: room.width, height: room.height - FOOT_ROOM - top };
	return tablePages(table, space).map((page) => {
		const piece = { kind: 'table' as const, page, caption: table.caption };
		const foot = footOf(report, room, { texts: textsOf([piece]), codes: [] });
		return {
			title,
			pieces: [
				{
					piece: { kind: 'caption', text: table.caption },
					...{ left: 0, top: 0, width: room.width, height: caption }
				},
				{ piece, left: 0, top, width: room.width, height: pageHeight(page) },
				foot
			],
			notes: [table.caption, ...codeLines(page, table)]
		};
	});
}

/** The codes that the slide has no room for, row by row. */
function codeLines({ rows, columns }: TablePage, table: ReportTable): string[] {
	if (columns.some(({ column }) => column.role === 'code')) return [];
	const name = nameColumn(table);
	return rows.flatMap(({ cells }) => {
		const codes = cells.flatMap(({ trace }) => trace ?? []);
		if (codes.length === 0) return [];
		return [`${cells[name]?.text ?? ''}: ${[...new Set(codes)].join(' · ')}`];
	});
}
