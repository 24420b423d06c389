import type { Report, ReportChart, ReportSection, ReportTable } from '#lib/views/report.ts';
import { chartParts, placedChart } from './deck-charts.ts';
import { footOf, textsOf } from './deck-foot.ts';
import { codesIn, plainText, spokenParts } from './deck-words.ts';
import { type DeckSlide, type DeckText, GAP, SIZE, type SlideRoom } from './deck.ts';
import { linesHeight, linesIn } from './slide-measure.ts';
import { pageHeight, type TablePage, tablePages } from './slide-table.ts';

const ITEM_SPACE = 8;
const ITEM_INDENT = 24;
const FOOT_ROOM = 44;
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
	const given = { report, title, room };
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
}

/** Sentences one below another; the codes in them stand in the notes. */
export function textSlides(
	texts: readonly DeckText[],
	{ report, title, room }: Given
): DeckSlide[] {
	return textPages(texts, room).map((page) => {
		const paragraphs = page.map((text) => ({ ...text, parts: spokenParts(text.parts) }));
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

function textPages(texts: readonly DeckText[], { width, height }: SlideRoom): DeckText[][] {
	const pages: DeckText[][] = [];
	let left = 0;
	for (const text of texts) {
		const set = { text: plainText(spokenParts(text.parts)), size: SIZE.text };
		const lines = linesIn(set, width - (text.isItem ? ITEM_INDENT : 0));
		const needed = linesHeight(lines, SIZE.text) + ITEM_SPACE;
		const page = pages.at(-1);
		if (page && needed <= left) page.push(text);
		else {
			pages.push([text]);
			left = height - FOOT_ROOM;
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

/** The codes of figures whose table has no column for them, row by row. */
function codeLines({ rows, columns }: TablePage, table: ReportTable): string[] {
	if (table.columns.some(({ role }) => role === 'code')) return [];
	return rows.flatMap(({ cells }) => {
		const codes = columns.flatMap(({ column, at }) => {
			const trace = cells[at]?.trace;
			return trace === undefined ? [] : [`${column.title}: ${trace}`];
		});
		return codes.length > 0 ? [`${cells[0]?.text ?? ''} — ${codes.join('; ')}`] : [];
	});
}
