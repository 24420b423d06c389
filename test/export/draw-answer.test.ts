import { describe, expect, it } from 'vitest';
import { drawOneChart } from '#lib/export/draw-one-chart.ts';
import { answerToTake } from '#lib/views/one-chart-answer.ts';

function drawn(columns: Record<string, string>, rows: (string | undefined)[][]): string {
	const taken = answerToTake({
		rows: {
			columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
			...{ rows, hasMore: false }
		},
		...{ count: undefined, choice: {}, unit: 'Thành phố', submissions: [], isOutdated: false },
		...{ title: 'Tăng, giảm', query: 'SELECT unit,\n\tchange\nFROM totals', language: 'vi' }
	});
	return drawOneChart(taken!, {}).svg;
}

describe('the picture of an answer', () => {
	it('draws bars from zero to both sides, each with its name and its value, over its query', () => {
		const svg = drawn({ unit: 'VARCHAR', change: 'DOUBLE' }, [
			['Quận 1', '10.0'],
			['Quận 2', undefined],
			['Quận 3', '-10.0']
		]);
		const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="15"/g)];
		const [right, left] = boxes.map(([, x, width]) => ({ x: Number(x), width: Number(width) }));
		expect(boxes).toHaveLength(2);
		expect(left!.x + left!.width).toBeCloseTo(right!.x, 0);
		expect(left!.width).toBeCloseTo(right!.width, 0);
		for (const words of ['Quận 2', '>–<', '-10', 'Câu lệnh: SELECT unit, change FROM totals'])
			expect(svg).toContain(words);
	});

	it('draws a line for each name, broken at a gap, under a legend', () => {
		const svg = drawn({ year: 'INTEGER', unit: 'VARCHAR', percent: 'DOUBLE' }, [
			['2022', 'A & B', '1.0'],
			['2024', 'A & B', '3.0'],
			['2022', 'C', '5.0'],
			['2023', 'C', '2.0']
		]);
		const lines = [...svg.matchAll(/<path[^>]* d="(M[^"]+)"/g)].map(([, d = '']) =>
			d.replace(/[^ML]/g, '')
		);
		expect(lines).toEqual(['MM', 'ML']);
		expect(svg.match(/<circle/g)).toHaveLength(4);
		for (const words of ['A &amp; B', '>2023<', '>5<']) expect(svg).toContain(words);
	});
});
