import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { OfficePackage } from '#lib/export/office-package.ts';

const AT = new Date('2026-11-21T08:30:00Z');
const DOCUMENT =
	'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

function begun(): OfficePackage {
	const office = new OfficePackage();
	office.add({ path: 'word/document.xml', content: '<d>Đảng ủy</d>', contentType: 'text/x-doc' });
	office.relate('', { type: DOCUMENT, target: 'word/document.xml' });
	return office;
}

test('a saved package opens with the same parts, types and relationships', () => {
	const opened = OfficePackage.open(begun().save(AT))!;
	expect(opened.paths()).toEqual(['word/document.xml']);
	expect(opened.text('word/document.xml')).toBe('<d>Đảng ủy</d>');
	expect(opened.contentType('word/document.xml')).toBe('text/x-doc');
	expect(opened.relationships('')).toEqual([
		{ id: 'rId1', type: DOCUMENT, target: 'word/document.xml' }
	]);
	expect(opened.followType('', '/officeDocument')).toBe('word/document.xml');
});

test('the same parts at the same time give the same bytes, a later time others', () => {
	expect(begun().save(AT)).toEqual(begun().save(AT));
	expect(begun().save(AT)).not.toEqual(begun().save(new Date('2026-11-22T08:30:00Z')));
});

test('a relationship is written relative to its owner, with an id that is still free', () => {
	const office = begun();
	const chart = office.relate('word/document.xml', { type: 'chart', target: 'word/charts/c.xml' });
	const image = office.relate('word/document.xml', { type: 'image', target: 'media/i.png' });
	const site = office.relate('word/document.xml', {
		type: 'link',
		target: 'https://example.com/?a=1&b=2',
		isExternal: true
	});
	expect(OfficePackage.open(office.save(AT))!.relationships('word/document.xml')).toEqual([
		{ id: chart, type: 'chart', target: 'charts/c.xml' },
		{ id: image, type: 'image', target: '../media/i.png' },
		{ id: site, type: 'link', target: 'https://example.com/?a=1&b=2', isExternal: true }
	]);
	expect(office.follow('word/document.xml', chart)).toBe('word/charts/c.xml');
	expect(office.follow('word/document.xml', image)).toBe('media/i.png');
	expect(office.follow('word/document.xml', site)).toBeUndefined();
	office.unrelate('word/document.xml', image);
	const again = office.relate('word/document.xml', { type: 'image', target: '/media/i.png' });
	expect([chart, site]).not.toContain(again);
});

test('a part that is taken out leaves neither type nor relationships', () => {
	const office = begun();
	office.relate('word/document.xml', { type: 'chart', target: 'word/charts/c.xml' });
	office.remove('word/document.xml');
	const opened = OfficePackage.open(office.save(AT))!;
	expect(opened.has('word/document.xml')).toBe(false);
	expect(opened.contentType('word/document.xml')).toBe('application/xml');
	expect(opened.relationships('word/document.xml')).toEqual([]);
});

test('a free path is the first that no part has', () => {
	const office = begun();
	const pathOf = (number: number): string => `word/charts/chart${number}.xml`;
	office.add({ path: pathOf(1), content: '<c/>', contentType: 'text/x-chart' });
	expect(office.freePath(pathOf)).toBe(pathOf(2));
});

test('content types and relationships are read with prefixes, single quotes and entities', () => {
	const types =
		"<ct:Types xmlns:ct='x'><!-- <Override PartName='/no'/> --><ct:Default Extension='XML' ContentType='a/b'/>" +
		"<ct:Override ContentType='c/d' PartName='/x&amp;y.xml'/></ct:Types>";
	const links =
		"<r:Relationships xmlns:r='x'><r:Relationship Target='/x&#38;y.xml' Id='a' Type='t' /></r:Relationships>";
	const opened = OfficePackage.open(
		zipSync({
			'[Content_Types].xml': strToU8(types),
			'_rels/.rels': strToU8(links),
			'x&y.xml': strToU8('\uFEFF<x/>'),
			'other.xml': strToU8('<y/>')
		})
	)!;
	expect(opened.contentType('x&y.xml')).toBe('c/d');
	expect(opened.contentType('other.xml')).toBe('a/b');
	expect(opened.follow('', 'a')).toBe('x&y.xml');
	expect(opened.text('x&y.xml')).toBe('<x/>');
	expect(opened.contentType('no')).toBeUndefined();
});

test('what is no Office file is not opened', () => {
	expect(OfficePackage.open(strToU8('no archive'))).toBeUndefined();
	expect(OfficePackage.open(zipSync({ 'a.txt': strToU8('a') }))).toBeUndefined();
	expect(OfficePackage.open(begun().save(AT).slice(0, 200))).toBeUndefined();
});
