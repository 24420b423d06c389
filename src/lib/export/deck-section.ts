import { say } from '#lib/base/messages.ts';
import type { Report, ReportChart, ReportSection, ReportTable } from '#lib/views/report.ts';
import { chartParts, placedChart } from './deck-charts.ts';
import { footOf, textsOf } from './deck-foot.ts';
import { codesIn, leadingClauses, plainText, spokenParts } from './deck-words.ts';
import { type DeckSlide, type DeckText, GAP, SIZE, type SlideRoom } from './deck.ts';
import { linesHeight, linesIn } from './slide-measure.ts';
import { isProse, proseTexts } from './deck-prose.ts';
import { nameColumn } from './slide-columns.ts';
import { pageHeight, type TablePage, tablePages } from './slide-table.ts';

const ITEM_SPACE = 8;
const ITEM_INDENT = 24;
const FOOT_ROOM = 44;
const SUMMARY_LINES = 2;
const LEAD_LINES = 3;
/** What must fit below the words that announce a list. */
const KEPT_BELOW = 60;
const FOOT_GAP = 6;

/**
 * The slides of any section in the order of its blocks: sentences, charts and tables, as many slides as they need. A few words
 * before a table stand over it; a table of long texts becomes a list, which is read more easily from far.
 */
export function sectionSlides(
	report: Report,
	section: ReportSection,
	room: SlideRoom
): DeckSlide[] {
	const { title } = section;
	if (section.id === 'method') return methodSlides(report, section, room);
	const given = { report, title, room, isSummary: section.id === 'summary' };
	const slides: DeckSlide[] = [];
	let texts: DeckText[] = [];
	for (const block of section.blocks) {
		if (block.kind === 'paragraph') texts.push({ parts: block.parts, isItem: false });
		else if (block.kind === 'list')
			texts.push(...block.items.map((parts) => ({ parts, isItem: true })));
		else if (block.kind === 'table' && isProse(block.table)) texts.push(...proseTexts(block.table));
		else {
			const isLead = block.kind === 'table' && isShort(texts, room);
			if (!isLead) slides.push(...closed(slides.splice(-1), texts, given));
			const lead = isLead ? texts : [];
			if (block.kind === 'table') slides.push(...tableSlides(block.table, { ...given, lead }));
			else slides.push(...chartSlides(block.chart, given));
			texts = [];
		}
	}
	return [...slides.slice(0, -1), ...closed(slides.slice(-1), texts, given)];
}

/** How figures are made, on slides; definitions and quotations stand in the notes, for nobody reads them from a wall. */
function methodSlides(report: Report, section: ReportSection, room: SlideRoom): DeckSlide[] {
	const tables = section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
	const told = section.blocks.flatMap((block): DeckText[] =>
		block.kind === 'paragraph' ? [{ parts: block.parts, isItem: false }] : []
	);
	const captions = tables.map(({ caption }) => caption).join('; ');
	const hint = { text: say(report.language, 'slides.in-notes', { captions }) };
	const texts = tables.length > 0 ? [...told, { parts: [hint], isItem: false }] : told;
	const slides = textSlides(texts, { report, title: section.title, room });
	const notes = tables.flatMap((table) => proseTexts(table).map(({ parts }) => plainText(parts)));
	return slides.map((slide, place) =>
		place === slides.length - 1 ? { ...slide, notes: [...slide.notes, ...notes] } : slide
	);
}

/** The last slide with the texts below its table where there is room for them, else those on slides of their own. */
function closed(last: readonly DeckSlide[], texts: readonly DeckText[], given: Given): DeckSlide[] {
	const { width } = given.room;
	const [slide] = last;
	const table = slide?.pieces.find(({ piece }) => piece.kind === 'table');
	const foot = slide?.pieces.at(-1);
	const height = textsHeight(texts, width - ITEM_INDENT) + texts.length * ITEM_SPACE;
	const top = table ? table.top + table.height + GAP : Infinity;
	const isFree = foot && top + height + FOOT_GAP <= foot.top && texts.length > 0;
	if (!slide || !isFree || texts.some(({ parts }) => codesIn(parts).length > 0))
		return [...last, ...textSlides(texts, given)];
	const paragraphs = texts.map(({ parts, isItem }) => ({ parts: spokenParts(parts), isItem }));
	const piece = { kind: 'text' as const, paragraphs, size: SIZE.text };
	const pieces = [...slide.pieces.slice(0, -1), { piece, left: 0, top, width, height }, foot];
	const notes = [...slide.notes, ...texts.map(({ parts }) => plainText(parts))];
	return [{ ...slide, pieces, notes }];
}

function isShort(texts: readonly DeckText[], { width }: SlideRoom): boolean {
	return texts.length > 0 && textsHeight(texts, width) <= linesHeight(LEAD_LINES, SIZE.text);
}

function textsHeight(texts: readonly DeckText[], width: number): number {
	return texts.reduce((sum, { parts }) => {
		const text = plainText(spokenParts(parts));
		return sum + linesHeight(linesIn({ text, size: SIZE.text }, width), SIZE.text);
	}, 0);
}

interface Given {
	report: Report;
	title: string;
	room: SlideRoom;
	/** True where only the first clauses of each sentence are shown. */
	isSummary?: boolean;
	/** What stands over the table. */
	lead?: readonly DeckText[];
}

/** Sentences one below another; the codes in them stand in the notes. */
function textSlides(
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
	for (const [place, text] of texts.entries()) {
		const width = room.width - (text.isItem ? ITEM_INDENT : 0);
		const set = { width, size: SIZE.text, lines: SUMMARY_LINES };
		const shown = isSummary ? leadingClauses(text.parts, set) : spokenParts(text.parts);
		const lines = linesIn({ text: plainText(shown), size: SIZE.text }, width);
		const needed = linesHeight(lines, SIZE.text) + ITEM_SPACE;
		const page = pages.at(-1);
		const heads = !text.isItem && texts[place + 1]?.isItem ? KEPT_BELOW : 0;
		if (page && needed + heads <= left) page.push({ ...text, shown });
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

/** The table under its caption, in parts that fit; the words before it on the first slide. */
export function tableSlides(
	table: ReportTable,
	{ report, title, room, lead = [] }: Given
): DeckSlide[] {
	if (table.rows.length === 0) return [];
	const { width } = room;
	const caption = captionHeight(table.caption, width);
	const leadHeight = lead.length > 0 ? textsHeight(lead, width) + GAP : 0;
	const height = room.height - FOOT_ROOM - caption;
	return tablePages(table, { width, height, firstHeight: height - leadHeight }).map((page, at) => {
		const top = at === 0 ? leadHeight : 0;
		const piece = { kind: 'table' as const, page, caption: table.caption };
		const text = { kind: 'text' as const, paragraphs: lead, size: SIZE.text };
		const leading = { piece: text, left: 0, top: 0, width, height: leadHeight - GAP };
		return {
			title,
			pieces: [
				...(top > 0 ? [leading] : []),
				{ piece: { kind: 'caption', text: table.caption }, left: 0, top, width, height: caption },
				{ piece, left: 0, top: top + caption, width, height: pageHeight(page) },
				footOf(report, room, { texts: textsOf([piece]), codes: [] })
			],
			notes: [
				...(at === 0 ? lead.map(({ parts }) => plainText(parts)) : []),
				table.caption,
				...codeLines(page, table)
			]
		};
	});
}

function captionHeight(text: string, width: number): number {
	const lines = linesIn({ text, size: SIZE.caption, isBold: true }, width);
	return linesHeight(lines, SIZE.caption) + GAP / 3;
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
