import { describe, expect, it } from 'vitest';
import { readTraceCode, type TraceFault, traceCode } from '#lib/base/trace-code.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { faultWords, mendedCodes } from '#lib/views/trace-fault.ts';
import { codesIn } from '#lib/views/trace-finder.ts';

const tree = createUnitTree([
	{
		...{ code: 'MH', name: 'Đảng bộ thành phố', kind: 'Thành phố' },
		...{ level: 'tinh', validFrom: '2020-01-01' }
	}
]);
const ground = { catalogue: productCatalogue(), tree, newest: 40, language: 'vi' as const };
const CODE = traceCode({
	...{ indicator: 'grassroots-rated-good', unit: 'MH', period: '2024', sequence: 12 },
	...{ boundaries: 'reported', numerator: 122n, denominator: 132n }
});

function faultOf(text: string): TraceFault {
	const read = readTraceCode(text);
	if (!('fault' in read)) throw new Error(`${text} is a code`);
	return read;
}

function swapped(code: string, at: number): string {
	return code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
}

describe('faultWords', () => {
	it('says in each case what is wrong', () => {
		const texts = ['', 'K7QM', `${CODE}ZZ`, 'K7QM-2UX9', swapped(CODE, 1)];
		expect(texts.map((text) => faultWords(faultOf(text), 'vi'))).toEqual([
			'Chưa có ký tự nào.',
			'Mã có 16 ký tự; ở đây mới có 4.',
			'Mã có 16 ký tự; ở đây có đến 18.',
			'Ký tự thứ 6, “U”, không có trong mã. Mã chỉ gồm chữ số và chữ cái không dấu, không có I, L, O, U.',
			'Có ký tự gõ nhầm hoặc hai ký tự đổi chỗ cho nhau. Hãy đối chiếu lại với bản in.'
		]);
	});
});

describe('mendedCodes', () => {
	const figure = 'TCCSĐ hoàn thành tốt trở lên · Đảng bộ thành phố · Năm 2024';

	it('names the symbol that is wrong, and what stands in its place', () => {
		const wrong = CODE.slice(0, 6) + (CODE[6] === '7' ? '8' : '7') + CODE.slice(7);
		const slip = `ký tự thứ 6: ${wrong[6] ?? ''} → ${CODE[6] ?? ''}`;
		expect(mendedCodes(faultOf(wrong), ground)).toContainEqual({ code: CODE, slip, figure });
	});

	it('names two symbols that changed places', () => {
		const slip = 'ký tự thứ 2 và 3 đổi chỗ';
		expect(mendedCodes(faultOf(swapped(CODE, 1)), ground)).toContainEqual({
			code: CODE,
			slip,
			figure
		});
	});

	it('offers nothing that leads to no figure, or to one of the future', () => {
		expect(mendedCodes(faultOf(swapped(CODE, 1)), { ...ground, newest: 11 })).toEqual([]);
		expect(mendedCodes(faultOf('K7QM'), ground)).toEqual([]);
	});
});

describe('codesIn', () => {
	it('finds the codes of a sentence that was pasted', () => {
		expect(codesIn(`92,42% (${CODE.toLowerCase()})`, 'vi')).toEqual([
			{
				...{ kind: 'trace', title: 'Mã số liệu' },
				found: [{ kind: 'trace', id: CODE, label: `Tra mã ${CODE}` }]
			}
		]);
	});

	it('finds a code without hyphens, and one with a slip in it', () => {
		expect(codesIn(CODE.replaceAll('-', ' '), 'en')[0]?.found[0]?.id).toBe(CODE);
		expect(codesIn(swapped(CODE, 1), 'en')[0]?.found).toEqual([
			{
				...{ kind: 'trace', id: swapped(CODE, 1), label: `Look up the code ${swapped(CODE, 1)}` },
				hint: 'Almost a code, but something in it is wrong'
			}
		]);
	});

	it('finds none in the names of units and indicators', () => {
		expect(
			['Đảng bộ phường An Bình', 'tccsd', '2024-Q4', 'abcdefghjkmnpqrs'].map((text) =>
				codesIn(text, 'vi')
			)
		).toEqual([[], [], [], []]);
	});
});
