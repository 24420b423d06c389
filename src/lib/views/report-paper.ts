import type { Report, ReportBlock, ReportSection, ReportTable, ShorthandLine } from './report.ts';
import {
	headingNumber,
	type ProfileLine,
	profileText,
	type ReportProfile
} from './report-profile.ts';

/** A section of a report as it is read on paper: its heading numbered, its tables and charts too. */
export interface PaperSection {
	id: string;
	/** `I- TÓM TẮT` without the capitals, which are the layout's. */
	heading: string;
	level: ReportSection['level'];
	blocks: PaperBlock[];
}

/** A piece of a section; a table or chart has its caption with its number: `Biểu 2. …`. */
export interface PaperBlock {
	block: ReportBlock;
	caption?: string;
	/** The letters in brackets that stand in a table, with what they mean. */
	letters?: readonly ShorthandLine[];
}

/** The sections of a report numbered through as its layout asks. */
export function paperSections(report: Report, profile: ReportProfile): PaperSection[] {
	const counts = { headings: [0, 0, 0], table: 0, chart: 0 };
	const caption = (kind: 'table' | 'chart', words: string): string => {
		counts[kind] += 1;
		return profile.captions[kind][report.language]
			.replace('{number}', String(counts[kind]))
			.replace('{caption}', words);
	};
	return report.sections.map(({ id, title, level, blocks }) => {
		counts.headings.fill(0, level);
		const place = (counts.headings[level - 1] ?? 0) + 1;
		counts.headings[level - 1] = place;
		const form = profile.headings[level - 1];
		return {
			...{ id, level },
			heading: form ? `${headingNumber(form, place)} ${title}` : title,
			blocks: blocks.map((block) => {
				if (block.kind === 'table')
					return {
						block,
						caption: caption('table', block.table.caption),
						letters: lettersIn(block.table, report)
					};
				if (block.kind === 'chart')
					return { block, caption: caption('chart', block.chart.caption) };
				return { block };
			})
		};
	});
}

function lettersIn({ rows }: ReportTable, { letters }: Report): ShorthandLine[] {
	const found = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.letters ?? [])));
	return letters.filter(({ letter }) => found.has(letter));
}

/** The lines of a letterhead, title or signature with the report's words in their places. */
export function paperLines(
	lines: readonly ProfileLine[],
	{ head, language }: Report,
	profile: ReportProfile
): (Omit<ProfileLine, 'text'> & { text: string })[] {
	const { fields, boundaries = '', ...words } = head;
	const values = { ...fields, ...words, boundaries };
	return lines.map((line) => ({ ...line, text: profileText(line, values, { profile, language }) }));
}
