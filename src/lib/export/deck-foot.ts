import { say } from '#lib/base/messages.ts';
import type { Report } from '#lib/views/report.ts';
import { type DeckPiece, type PlacedPiece, SIZE, type SlideRoom } from './deck.ts';
import { linesHeight, linesIn } from './slide-measure.ts';

/** What stands small at the bottom of a slide: what its letters in brackets mean, the source, its codes. */
export interface FootWords {
	/** Every text of the slide, in which the letters are looked for. */
	texts: readonly string[];
	codes: readonly string[];
}

const MOST_CODES = 6;

/** The foot of a slide at the bottom of the room, as high as its words need. */
export function footOf(report: Report, room: SlideRoom, words: FootWords): PlacedPiece {
	const text = footText(report, words);
	const lines = linesIn({ text, size: SIZE.foot }, room.width);
	const height = linesHeight(lines, SIZE.foot) + 2;
	return {
		piece: { kind: 'foot', text },
		...{ left: 0, top: room.height - height, width: room.width, height }
	};
}

/** Every text that pieces show, for the letters in it. */
export function textsOf(pieces: readonly DeckPiece[]): string[] {
	return pieces.flatMap((piece): string[] => {
		switch (piece.kind) {
			case 'text':
				return piece.paragraphs.flatMap(({ parts }) => parts.map(({ text }) => text));
			case 'figure':
				return [piece.figure.text, piece.figure.remark ?? ''];
			case 'table':
				return piece.page.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
			case 'chart':
				return [
					...piece.chart.categories,
					...piece.chart.series.flatMap(({ labels = [] }) => labels.map((label) => label ?? ''))
				];
			case 'caption':
			case 'foot':
				return [];
		}
	});
}

function footText(report: Report, { texts, codes }: FootWords): string {
	const meanings = report.letters
		.filter(({ letter }) => texts.some((text) => text.includes(`[${letter}]`)))
		.map(({ letter, meaning }) => `[${letter}] ${meaning}`);
	const shown = [...new Set(codes)].slice(0, MOST_CODES);
	const traced =
		shown.length > 0 ? say(report.language, 'slides.codes', { codes: shown.join(', ') }) : '';
	return [meanings.join('; '), report.source, traced].filter(Boolean).join('   ');
}
