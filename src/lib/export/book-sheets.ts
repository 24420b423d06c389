import { say } from '#lib/base/messages.ts';
import type { Report, ReportBlock, ReportSection } from '#lib/views/report.ts';
import { sheetNames } from './book-names.ts';

/** A sheet of a workbook: what it is headed by, and its blocks from the top down. */
export interface BookSheet {
	/** As Excel takes it. */
	name: string;
	title: string;
	blocks: readonly ReportBlock[];
}

/** So many sentences stand beside the table of targets; on paper more would stand on pages headed by its columns. */
const MOST_SENTENCES = 15;

/**
 * A report as sheets: first its summary with the table of targets, then one for each other section that holds anything,
 * so that every indicator has its own; a long summary too.
 */
export function bookSheets({ language, head, sections }: Report): BookSheet[] {
	const leading = firstSections(sections);
	const summary = sections.filter(({ id }) => leading.has(id));
	const others = sections.filter(({ id, blocks }) => !leading.has(id) && blocks.length > 0);
	const name = say(language, 'office.summary-sheet');
	const names = sheetNames([
		name,
		...others.map(({ title, shortTitle = title }, at) => `${at + 1}. ${shortTitle}`)
	]);
	return [
		{ name: names[0] ?? name, title: head.title, blocks: tableFirst(summary) },
		...others.map((section, at) => ({
			name: names[at + 1] ?? section.title,
			title: section.title,
			blocks: tableFirst([section])
		}))
	];
}

function firstSections(sections: readonly ReportSection[]): Set<string> {
	const ids = ['summary', 'targets'].filter((id) => sections.some((each) => each.id === id));
	const summary = sections.find(({ id }) => id === 'summary')?.blocks ?? [];
	const sentences = summary.reduce(
		(sum, block) => sum + (block.kind === 'list' ? block.items.length : 1),
		0
	);
	const isApart = ids.length === 2 && sentences > MOST_SENTENCES;
	return new Set(isApart ? ['targets'] : ids);
}

/** Where there is one table, its head stays in sight, so that it stands above all else. */
function tableFirst(sections: readonly ReportSection[]): ReportBlock[] {
	const blocks = sections.flatMap(({ blocks }) => blocks);
	const tables = blocks.filter(({ kind }) => kind === 'table');
	if (tables.length !== 1) return blocks;
	return [...tables, ...blocks.filter(({ kind }) => kind !== 'table')];
}
