import { expect, it } from 'vitest';
import { joinedAlike, type TargetLine } from '#lib/views/overview-target.ts';
import { statusLook } from '#lib/views/status-look.ts';

const line = (id: string, more: Partial<TargetLine> = {}): TargetLine => ({
	...{ id, kind: 'trend', document: id, source: `${id}, I`, section: 'mục I', words: 'theo dõi' },
	status: statusLook('rising', 'vi'),
	isLeading: false,
	...more
});

it('targets of several documents that ask the same, with one verdict, join in one line', () => {
	const lines = [
		line('a'),
		line('b', { kind: 'ratio', words: 'từ 90%' }),
		line('c'),
		line('d', { words: 'tăng' })
	];
	expect(joinedAlike(lines).map(({ id, document, source }) => [id, document, source])).toEqual([
		['a', 'a, c', 'a, I; c, I'],
		['b', 'b', 'b, I'],
		['d', 'd', 'd, I']
	]);
});
