import { describe, expect, it } from 'vitest';
import type { Layout } from '#lib/base/layout.ts';
import { findLayout } from '#lib/ingest/find-layout.ts';

function layout(name: string, headers: string, template = 'B1'): Layout {
	return { template, name, headers: headers.split(' '), answers: {} };
}

describe('findLayout', () => {
	it('finds the layout with the very same headers before one that shares more with others', () => {
		const layouts = [layout('near', 'stt don-vi xs tot ht'), layout('same', 'stt don-vi xs')];
		const found = findLayout(layouts, { template: 'B1', headers: ['stt', 'don-vi', 'xs'] });
		expect(found?.name).toBe('same');
	});

	it('finds the one that shares the most headers where a column was renamed', () => {
		const layouts = [layout('less', 'stt don-vi a b'), layout('more', 'stt don-vi xs b')];
		const found = findLayout(layouts, { template: 'B1', headers: ['stt', 'don-vi', 'xs', 'tot'] });
		expect(found?.name).toBe('more');
	});

	it('finds none that shares fewer than half of the headers, of the layout or of the sheet', () => {
		const headers = ['stt', 'don-vi', 'a', 'b', 'c'];
		expect(findLayout([layout('few', 'stt don-vi x y z')], { template: 'B1', headers })).toBe(
			undefined
		);
		expect(findLayout([layout('small', 'stt don-vi')], { template: 'B1', headers })).toBe(
			undefined
		);
	});

	it('counts a header twice only where both have it twice', () => {
		const twice = layout('twice', 'nu nu nu nu');
		expect(findLayout([twice], { template: 'B1', headers: ['nu', 'a', 'b', 'c'] })).toBe(undefined);
		expect(findLayout([twice], { template: 'B1', headers: ['nu', 'nu', 'b', 'c'] })).toBe(twice);
	});

	it('never takes the layout of another template', () => {
		const other = layout('other', 'stt don-vi xs', 'B2');
		expect(findLayout([other], { template: 'B1', headers: other.headers })).toBe(undefined);
	});
});
