import { describe, expect, it } from 'vitest';
import { type ArchiveEntry, archiveOf } from './archive.ts';
import { outcomeOf } from './refusal.ts';
import { sheetData, workbookOf } from './workbook.ts';

const SHEET = sheetData([['a', 'b']]);
const MEGABYTE = 1_000_000;
const with_ = (...others: ArchiveEntry[]): Uint8Array => workbookOf({ sheet: SHEET, others });

describe('an archive', () => {
	it.each([
		[
			'that unpacks to more than may be',
			with_({ name: 'xl/a.xml', content: 'a', says: { unpacked: 301 * MEGABYTE } })
		],
		[
			'whose parts together do',
			with_(
				...[1, 2, 3, 4].map((at) => ({
					...{ name: `xl/${at}.xml`, content: 'a', says: { unpacked: 76 * MEGABYTE } }
				}))
			)
		]
	])('%s is refused before anything is unpacked', async (_, bytes) => {
		expect(await outcomeOf(bytes)).toBe('file.unpacks-too-large');
	});

	it.each([
		['to far more than it can be packed to', { unpacked: 200_000_000 }, 'a'],
		['to less than it does', { unpacked: 10 }, 'a'.repeat(1_000_000)],
		['to nothing', { unpacked: 0 }, 'a'.repeat(1000)],
		['from beyond the end of the file', { offset: 0x7fffffff }, 'a'],
		['from the middle of another part', { offset: 45 }, 'a'],
		['from more bytes than there are', { packed: 0x7fffffff }, 'a'],
		['in a way that nobody knows', { method: 99 }, 'a']
	])('with a part that says it unpacks %s is refused', async (_, says, content) => {
		expect(await outcomeOf(with_({ name: 'xl/a.xml', content, says }))).toBe('file.damaged');
	});

	it('whose parts all lie in one another is unpacked no further than the bound', async () => {
		const parts = Array.from({ length: 400 }, (_, at) => ({
			...{
				name: `xl/${at}.xml`,
				content: 'a',
				isListedOnly: at > 0,
				says: { offset: 0, unpacked: MEGABYTE }
			}
		}));
		expect(await outcomeOf(archiveOf(parts))).toBe('file.unpacks-too-large');
	});

	it('with more files than a workbook has is refused', async () => {
		const bytes = archiveOf([{ name: 'a.xml', content: 'a' }], { count: 10_001 });
		expect(await outcomeOf(bytes)).toBe('file.damaged');
	});

	it('with archives in archives in archives is no table, and none of them is opened', async () => {
		let inner = archiveOf([{ name: 'bomb.xml', content: new Uint8Array(MEGABYTE) }]);
		for (let depth = 0; depth < 20; depth++) inner = archiveOf([{ name: 'a.zip', content: inner }]);
		expect(await outcomeOf(inner)).toBe('file.not-a-table');
	});

	it('with names that lead out of it, or are those of what all objects have, is read as it is', async () => {
		const names = [
			'../../../etc/passwd.xml',
			'/a.xml',
			'C:\\a.xml',
			'xl/../../b.xml',
			'a\u0000.xml'
		];
		const shared = ['__proto__', '__proto__.xml', 'constructor.xml', 'xl/toString.xml', ''];
		const others = [...names, ...shared].map((name) => ({ name, content: '<polluted/>' }));
		expect(await outcomeOf(with_(...others))).toEqual([[1, 2]]);
		expect(Reflect.ownKeys({})).toEqual([]);
	});

	it('with a part said twice is read as its last', async () => {
		const again = workbookOf({
			sheet: SHEET,
			others: [{ name: 'xl/styles.xml', content: '<a/>' }]
		});
		expect(await outcomeOf(again)).toEqual([[1, 2]]);
	});

	it('whose macros and links to other places are never read', async () => {
		const bytes = with_(
			{ name: 'xl/vbaProject.bin', content: 'macro', says: { checksum: 1 } },
			{ name: 'xl/externalLinks/_rels/externalLink1.xml.rels', content: LINK }
		);
		expect(await outcomeOf(bytes)).toEqual([[1, 2]]);
	});
});

const LINK =
	'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="https://evil.example/a.xlsx" TargetMode="External"/></Relationships>';
