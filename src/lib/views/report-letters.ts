import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { ReportBlock, ReportSection, ShorthandLetter, ShorthandLine } from './report.ts';

const LETTERS: readonly ShorthandLetter[] = ['p', 'r', 'b', 'x', 'c'];
const PRINTED = /\[([prbxc])\]/g;

/** The letters that occur in the sections, with what they mean. */
export function letterLines(
	sections: readonly ReportSection[],
	{ language, below }: { language: Language; below: number }
): ShorthandLine[] {
	const found = new Set(
		sections
			.flatMap(({ blocks }) => blocks.flatMap(textsOf))
			.flatMap((text) => [...text.matchAll(PRINTED)].map(([, letter]) => letter))
	);
	return LETTERS.filter((letter) => found.has(letter)).map((letter) => ({
		letter,
		meaning: say(language, `report.letter-${letter}`, { below })
	}));
}

function textsOf(block: ReportBlock): readonly string[] {
	switch (block.kind) {
		case 'paragraph':
			return block.parts.map(({ text }) => text);
		case 'list':
			return block.items.flatMap((parts) => parts.map(({ text }) => text));
		case 'table':
			return block.table.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
		case 'chart':
			return block.chart.categories;
	}
}
