import { Paragraph, SimpleField, type Table, TextRun } from 'docx';
import type {
	Report,
	ReportBlock,
	ReportChart,
	ReportPart,
	ReportSection,
	ReportTable
} from '#lib/views/report.ts';
import { headingNumber, type ReportProfile } from '#lib/views/report-profile.ts';
import { chartParagraph, type NumberedChart } from './docx-chart.ts';
import { markParagraph } from './docx-marks.ts';
import { ITEMS, SECTIONS } from './docx-numbering.ts';
import { STYLE } from './docx-style-names.ts';
import { numberedTable, tableXml } from './docx-table.ts';
import { tableParts } from './docx-table-measures.ts';
import { runsOf, writable } from './docx-text.ts';
import { paperTable } from './paper-table.ts';
import { liesOnSide } from './side-sections.ts';

/** What the sections of a report are set with. */
export interface BodyGround {
	report: Report;
	profile: ReportProfile;
	/** The width of the text in twentieths of a point, upright and on its side. */
	width: { upright: number; onSide: number };
	/** What stands over the column of row numbers: `STT`. */
	numberTitle: string;
	/** True where the letters in brackets are explained under each table and chart, not at the foot of each page. */
	hasLettersBelow: boolean;
	/** How much wider than those of Times New Roman the letters of its tables are. */
	breadth: number;
}

/** The sections of a report as pieces of a Word document, with the charts and tables that their marks stand for. */
export interface WordBody {
	pieces: BodyPiece[];
	charts: NumberedChart[];
	/** The elements of its tables. */
	tables: string[];
}

/** A piece of the text; a wide table asks for a page on its side. */
export interface BodyPiece {
	element: Paragraph | Table;
	isOnSide: boolean;
	/** True for a heading, which goes where what follows it goes. */
	leads?: true;
}

/** The sections of a report in their order, headings and captions numbered as its layout has it. */
export function wordBody(ground: BodyGround): WordBody {
	const counts: Counts = { tables: [], written: [], charts: [], headings: [0, 0, 0] };
	const { sections } = ground.report;
	const last = sections.at(-1)?.blocks.at(-1);
	const { numberTitle, breadth } = ground;
	const upright = { width: ground.width.upright / breadth, numberTitle };
	const pieces = sections.flatMap((section) => {
		const isOnSide = liesOnSide(section.blocks, upright);
		return [
			{ element: heading(section, ground, counts), isOnSide: false, leads: true as const },
			...section.blocks.flatMap((block) =>
				piecesOf(block, ground, { counts, isOnSide, isLast: block === last })
			)
		];
	});
	return { pieces: headingsTurned(pieces), charts: counts.charts, tables: counts.written };
}

interface Counts {
	tables: ReportTable[];
	/** As they stand in the document; a table too wide for one page is several there. */
	written: string[];
	charts: NumberedChart[];
	/** How many headings there were at each level since the last one above it. */
	headings: number[];
}

function heading({ title, level }: ReportSection, ground: BodyGround, counts: Counts): Paragraph {
	const place = (counts.headings[level - 1] ?? 0) + 1;
	counts.headings.fill(0, level).splice(level - 1, 1, place);
	const form = ground.profile.headings[level - 1];
	const style = STYLE.headings[level];
	if (form?.numbering !== 'letter')
		return new Paragraph({
			style,
			numbering: { reference: SECTIONS, level: level - 1 },
			children: [new TextRun(writable(title))]
		});
	// Word counts with the letters of English, in which there is no đ.
	const text = `${headingNumber(form, place)} ${title}`;
	return new Paragraph({ style, children: [new TextRun(writable(text))] });
}

interface Walk {
	counts: Counts;
	/** True where the tables of the section lie on their side. */
	isOnSide: boolean;
	/** True for the block after which the report is signed, which no page may part from the signature. */
	isLast: boolean;
}

function piecesOf(block: ReportBlock, ground: BodyGround, walk: Walk): BodyPiece[] {
	switch (block.kind) {
		case 'paragraph':
			return [sentence({ parts: block.parts, isItem: false, isLast: walk.isLast }, ground)];
		case 'list':
			return block.items.map((parts, place) => {
				const isLast = walk.isLast && place === block.items.length - 1;
				return sentence({ parts, isItem: true, isLast }, ground);
			});
		case 'table':
			return tablePieces(block.table, ground, walk);
		case 'chart':
			return chartPieces(block.chart, ground, walk);
	}
}

/** True for the words before a list. */
function isAnnouncing(parts: readonly ReportPart[]): boolean {
	return parts.at(-1)?.text.trimEnd().endsWith(':') ?? false;
}

interface Sentence {
	parts: readonly ReportPart[];
	/** True for an item of a list. */
	isItem: boolean;
	isLast: boolean;
}

function sentence({ parts, isItem, isLast }: Sentence, { profile }: BodyGround): BodyPiece {
	return {
		isOnSide: false,
		element: new Paragraph({
			style: isItem ? STYLE.item : STYLE.text,
			...(isItem && { numbering: { reference: ITEMS, level: 0 } }),
			keepNext: isLast || isAnnouncing(parts),
			children: runsOf(isLast ? endedWith(parts, profile.ending) : parts)
		})
	};
}

function tablePieces(
	whole: ReportTable,
	ground: BodyGround,
	{ counts, isOnSide, isLast }: Walk
): BodyPiece[] {
	const { width, numberTitle, profile, breadth } = ground;
	const table = paperTable(whole);
	const numbered = numberedTable(table, numberTitle);
	const across = isOnSide ? width.onSide : width.upright;
	const setting = { width: across, largest: profile.table.size * 2, breadth };
	const number = counts.tables.push(table);
	const parts = tableParts(numbered, across / breadth);
	return parts
		.flatMap((part, place) => {
			const share = parts.length > 1 ? ` (${place + 1}/${parts.length})` : '';
			const caption = { number: place === 0 ? number : `${number}`, text: table.caption + share };
			return [
				captionParagraph('table', caption, ground),
				markParagraph('table', counts.written.push(tableXml(part, setting))),
				sourceParagraph(ground, { letters: lettersIn(part), isLast })
			];
		})
		.map((element) => ({ element, isOnSide }));
}

function chartPieces(
	chart: ReportChart,
	ground: BodyGround,
	{ counts, isLast }: Walk
): BodyPiece[] {
	const number = counts.charts.length + 1;
	counts.charts.push({ chart, number });
	return [
		chartParagraph(number),
		captionParagraph('chart', { number, text: chart.caption, trace: chart.trace }, ground),
		sourceParagraph(ground, { letters: lettersOfChart(chart), isLast })
	].map((element) => ({ element, isOnSide: false }));
}

interface Caption {
	/** A number counts as one of a sequence; a text repeats the one before. */
	number: number | string;
	text: string;
	trace?: string | undefined;
}

/** Over a table, or under a chart: kept with what it belongs to, its number counted by Word. */
function captionParagraph(
	kind: 'table' | 'chart',
	{ number, text, trace }: Caption,
	{ profile, report }: BodyGround
): Paragraph {
	const [before = '', after = ''] = profile.captions[kind][report.language].split('{number}');
	const sequence = before.trim().replace(/\s+/g, '_') || kind;
	const repeat = typeof number === 'string' ? ' \\c' : '';
	return new Paragraph({
		style: STYLE.caption,
		keepNext: true,
		children: [
			new TextRun(writable(before)),
			new SimpleField(` SEQ ${sequence}${repeat} \\* ARABIC `, String(number)),
			new TextRun(writable(after.replace('{caption}', () => text))),
			...(trace ? runsOf([{ text: ` [${trace}]`, role: 'code' }]) : [])
		]
	});
}

function sourceParagraph(
	ground: BodyGround,
	{ letters, isLast }: { letters: ReadonlySet<string>; isLast: boolean }
): Paragraph {
	const { report, hasLettersBelow } = ground;
	const explained = hasLettersBelow
		? report.letters.filter(({ letter }) => letters.has(letter)).map(lineOfLetter)
		: [];
	return new Paragraph({
		style: STYLE.source,
		keepNext: isLast,
		children: [new TextRun(writable([report.source, ...explained].join(' ')))]
	});
}

/** `[p] số tạm tính.` */
function lineOfLetter({ letter, meaning }: Report['letters'][number]): string {
	return `[${letter}] ${meaning}.`;
}

function lettersIn({ rows }: ReportTable): Set<string> {
	return new Set(rows.flatMap(({ cells }) => cells.flatMap(({ letters }) => letters ?? [])));
}

function lettersOfChart({ categories, series }: ReportChart): Set<string> {
	const labels = series.flatMap((each) => each.labels ?? []);
	const written = [...categories, ...labels].join(' ');
	return new Set([...written.matchAll(/\[([a-z])\]/g)].map(([, letter = '']) => letter));
}

function endedWith(parts: readonly ReportPart[], ending: string): ReportPart[] {
	const words = parts.findLastIndex(({ role }) => role !== 'code');
	return parts.map((part, place) =>
		place === words ? { ...part, text: part.text.replace(/\.?\s*$/, ending) } : part
	);
}

/** A heading never stays behind on another page than what it leads. */
function headingsTurned(pieces: readonly BodyPiece[]): BodyPiece[] {
	let isOnSide = false;
	return pieces
		.toReversed()
		.map((piece) => {
			if (!piece.leads) isOnSide = piece.isOnSide;
			return { ...piece, isOnSide };
		})
		.toReversed();
}
