import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctFileNames, safeFileName } from '#lib/export/file-name.ts';

it('keeps Vietnamese letters, composed, and blanks', () => {
	const name = 'Báo cáo quý III-2026, Đảng bộ xã Ỷ La';
	expect(safeFileName(name, 'docx')).toBe(`${name}.docx`);
	expect(safeFileName(name.normalize('NFD'), 'docx')).toBe(`${name}.docx`);
});

it('drops paths, what Windows refuses, controls, and dots at either end', () => {
	expect(safeFileName('../../etc/passwd', 'csv')).toBe('etc passwd.csv');
	expect(safeFileName('C:\\a\\b: "c" <d>|e?*', 'csv')).toBe('C a b c d e.csv');
	expect(safeFileName('xã\u202Egnp.exe\u0000', 'png')).toBe('xã gnp.exe.png');
	expect(safeFileName(' ..ẩn. . ', 'xlsx')).toBe('ẩn.xlsx');
	expect(safeFileName('-rf', 'csv')).toBe('rf.csv');
});

it('names no device of Windows and always something', () => {
	const devices = ['CON', 'nul', 'com1', 'LPT9.báo cáo', 'Aux .x'];
	expect(devices.map((name) => safeFileName(name, 'csv'))).toEqual([
		...['CON_.csv', 'nul_.csv', 'com1_.csv', 'LPT9_.báo cáo.csv', 'Aux_ .x.csv']
	]);
	expect(safeFileName('con tàu', 'csv')).toBe('con tàu.csv');
	expect(safeFileName('???', 'csv')).toBe('báo-cáo.csv');
});

it('is no longer than 160 bytes and cut between letters', () => {
	const name = safeFileName('Ộ'.repeat(200), 'docx');
	expect(name).toBe(`${'Ộ'.repeat(51)}.docx`);
});

it('gives every text a name that every system takes', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const name = safeFileName(text, 'csv');
			expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}.\s-][^\\/:*?"<>|\p{Cc}]*\.csv$/u);
			expect(name).not.toMatch(/[\s.]\.csv$/u);
			expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(161);
		})
	);
});

it('tells names apart that differ in nothing or in case alone', () => {
	expect(distinctFileNames(['Xã A.docx', 'xã a.docx', 'Xã A (2).docx', 'B'])).toEqual([
		...['Xã A.docx', 'xã a (2).docx', 'Xã A (2) (2).docx', 'B']
	]);
});
