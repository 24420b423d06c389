import { describe, expect, it } from 'vitest';
import type { GuideChapter } from '#lib/views/guide-block.ts';
import { searchGuide } from '#lib/views/guide-search.ts';

const text = (words: string): GuideChapter['parts'][number]['blocks'] => [
	{ kind: 'text', runs: [{ text: words, isStrong: false }] }
];

const chapters: GuideChapter[] = [
	{
		section: 'range',
		title: 'Khoảng giá trị',
		parts: [
			{
				anchor: 'range',
				blocks: text(
					'Khi còn đơn vị chưa nộp, trang tính khoảng mà giá trị cuối cùng phải nằm trong đó; nếu không chắc thì ghi Chưa đủ căn cứ và nêu số đơn vị còn thiếu để biết còn chờ ai.'
				)
			},
			{ anchor: 'range-why', title: 'Chưa đủ căn cứ nghĩa là gì', blocks: text('Còn có thể đổi.') }
		]
	},
	{ section: 'data', title: 'Dữ liệu', parts: [{ anchor: 'data', blocks: text('Lưu ở máy này.') }] }
];

describe('searchGuide', () => {
	it('finds words without their accents, titles first, with what stands around them', () => {
		expect(searchGuide(chapters, 'chua DU')).toEqual([
			{
				anchor: 'range-why',
				chapter: 'Khoảng giá trị',
				title: 'Chưa đủ căn cứ nghĩa là gì',
				before: '',
				found: '',
				after: 'Còn có thể đổi.'
			},
			{
				anchor: 'range',
				title: 'Khoảng giá trị',
				before: '…trị cuối cùng phải nằm trong đó; nếu không chắc thì ghi ',
				found: 'Chưa đủ',
				after: ' căn cứ và nêu số đơn vị còn thiếu để biết còn chờ ai.'
			}
		]);
	});

	it('shows whole words before what was found', () => {
		const [hit] = searchGuide(chapters, 'can cu va');
		expect(hit?.before).toBe('…cùng phải nằm trong đó; nếu không chắc thì ghi Chưa đủ ');
	});

	it('takes the beginning of a word, not its middle', () => {
		expect(searchGuide(chapters, 'may na').map(({ anchor }) => anchor)).toEqual(['data']);
		expect(searchGuide(chapters, 'ay')).toEqual([]);
	});

	it('wants every word', () => {
		expect(searchGuide(chapters, 'máy khoảng')).toEqual([]);
	});

	it('finds nothing where nothing is searched for', () => {
		expect(searchGuide(chapters, ' ')).toEqual([]);
	});
});
