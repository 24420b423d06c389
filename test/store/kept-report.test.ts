import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { addition, AT, namesIn, openStore } from './additions.ts';

async function storeWith(...names: string[]) {
	const files = memoryFiles();
	const store = await openStore(files);
	await store.commit(
		names.map((name) => addition(name)),
		{ at: AT }
	);
	return { files, store };
}

describe('what is kept for reports', () => {
	const definition: ReportDefinition = {
		...{ id: 'r1', name: 'Báo cáo quý', language: 'vi', profile: 'party', units: ['MH'] },
		...{ period: 'newest', boundaries: 'reported', indicators: [], rows: 'children' },
		sections: ['summary', 'targets'],
		fields: { signer: 'Nguyễn Văn A' },
		guardsSmallCells: true,
		formats: ['docx', 'html'],
		templates: { docx: 't1' }
	};
	const about = { id: 't1', name: 'mẫu.docx', format: 'docx', at: AT } as const;

	it('comes back as it was, with the bytes of the templates', async () => {
		const { files, store } = await storeWith('a');
		const bytes = new Uint8Array([80, 75, 3, 4]);
		await store.saveTemplate(bytes, about);
		await store.changeReports((kept) => ({ ...kept, definitions: [definition] }));
		const opened = await openStore(files);
		const { format, reports, submissions } = opened.manifest;
		expect([format, submissions.length, reports?.definitions]).toEqual([5, 1, [definition]]);
		expect(reports?.templates).toMatchObject([about]);
		expect(await opened.templateBytes(reports!.templates[0]!)).toEqual(bytes);
	});

	it('leaves no trace but the log once it is gone', async () => {
		const { files, store } = await storeWith();
		await store.saveTemplate(new Uint8Array([1]), about);
		await store.changeReports(() => ({ definitions: [], templates: [] }));
		await store.commit([], { at: AT });
		const { log, ...manifest } = (await openStore(files)).manifest;
		expect(log?.recent.length).toBe(2);
		expect(manifest).toEqual({ format: 5, sequence: 0, submissions: [] });
		expect(await namesIn(files)).toEqual(['manifest.copy.json', 'manifest.json']);
	});

	it('says which template is damaged', async () => {
		const { files, store } = await storeWith();
		const { reports } = await store.saveTemplate(new Uint8Array([1]), about);
		const [template] = reports!.templates;
		await files.write(template!.file.content, new Uint8Array([2]));
		const refusal = new AppError('store.damaged-template', { file: 'mẫu.docx' });
		await expect(store.templateBytes(template!)).rejects.toEqual(refusal);
	});
});
