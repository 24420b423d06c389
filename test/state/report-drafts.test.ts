import { describe, expect, it } from 'vitest';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import {
	areSame,
	definitionIn,
	readDrafts,
	withDraft,
	withoutDraft,
	writeDrafts
} from '#lib/state/report-drafts.ts';

const draft: ReportDefinition = {
	...{ id: 'r1', name: 'Báo cáo quý', language: 'vi', profile: 'party', units: [] },
	...{ period: 'newest', boundaries: 'reported', indicators: [], rows: 'children' },
	...{ sections: ['summary'], fields: {}, guardsSmallCells: true, formats: ['docx'] }
};

function storage(kept: string | null = null) {
	let text = kept;
	return { getItem: () => text, setItem: (_: string, written: string) => void (text = written) };
}

describe('the drafts of a tab', () => {
	it('come back as they were', () => {
		const kept = storage();
		writeDrafts(kept, [draft]);
		expect(readDrafts(kept)).toEqual([draft]);
	});

	it('are none where what is kept is no list of definitions', () => {
		expect([null, '{', '{}', 'null'].map((text) => readDrafts(storage(text)))).toEqual([
			...[[], [], [], []]
		]);
		const broken = JSON.stringify([{ ...draft, sections: ['nothing'] }, draft, 3]);
		expect(readDrafts(storage(broken))).toEqual([draft]);
	});

	it('are read from files that hold one definition and nothing else', () => {
		expect(definitionIn(JSON.stringify(draft))).toEqual(draft);
		const texts = ['', '{}', '[]', JSON.stringify({ ...draft, period: 4 })];
		expect(texts.map(definitionIn)).toEqual(texts.map(() => undefined));
	});

	it('give way to a newer draft of the same report', () => {
		const other = { ...draft, id: 'r2' };
		const named = { ...draft, name: 'Tên mới' };
		expect(withDraft([draft, other], named)).toEqual([other, named]);
		expect(withoutDraft([draft, other], 'r1')).toEqual([other]);
	});

	it('are the same as what is kept where only blanks differ', () => {
		expect(areSame(draft, { ...draft, fields: { signer: '' }, templates: {} })).toBe(true);
		expect(areSame(draft, { ...draft, fields: { signer: 'A' } })).toBe(false);
		expect(areSame(draft, { ...draft, sections: [] })).toBe(false);
	});
});
