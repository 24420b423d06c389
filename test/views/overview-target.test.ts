import { expect, it } from 'vitest';
import { joinedTrends, type TargetLine } from '#lib/views/overview-target.ts';
import { statusLook } from '#lib/views/status-look.ts';

const line = (id: string, more: Partial<TargetLine> = {}): TargetLine => ({
	...{ id, kind: 'trend', document: id, source: `${id}, I`, section: 'mục I', words: 'theo dõi' },
	status: statusLook('rising', 'vi'),
	isLeading: false,
	...more
});

it('trends that say the same of several documents join in one line, other targets never do', () => {
	const lines = [line('a'), line('b', { kind: 'ratio' }), line('c'), line('d', { words: 'tăng' })];
	expect(joinedTrends(lines).map(({ id, document, source }) => [id, document, source])).toEqual([
		['a', 'a, c', 'a, I; c, I'],
		['b', 'b', 'b, I'],
		['d', 'd', 'd, I']
	]);
});
