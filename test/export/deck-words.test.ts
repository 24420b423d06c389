import { expect, test } from 'vitest';
import { leadingClauses, plainText } from '#lib/export/deck-words.ts';

const sentence = [
	{ text: 'Đến quý IV, cán bộ nữ đạt ' },
	{ text: '27,03%', trace: 'A' },
	{ text: ', cao hơn 2,03 điểm; tăng ' },
	{ text: '1,22' },
	{ text: '; 20/21 đơn vị đạt.' },
	{ text: ' [A]', role: 'code' as const }
];

function shown(width: number): string {
	return plainText(leadingClauses(sentence, { width, size: 20, lines: 2 }));
}

test('a sentence that fits stands whole, without the codes that close it', () => {
	expect(shown(880)).toBe(
		'Đến quý IV, cán bộ nữ đạt 27,03%, cao hơn 2,03 điểm; tăng 1,22; 20/21 đơn vị đạt.'
	);
});

test('of a longer one as many clauses stand as there are lines for, and it ends in a full stop', () => {
	expect(shown(300)).toBe('Đến quý IV, cán bộ nữ đạt 27,03%, cao hơn 2,03 điểm.');
});

test('the first clause stands however long it is', () => {
	expect(shown(60)).toBe('Đến quý IV, cán bộ nữ đạt 27,03%, cao hơn 2,03 điểm.');
});
