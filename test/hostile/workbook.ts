import { type ArchiveEntry, archiveOf } from './archive.ts';

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What a workbook is made of; parts left out are as they should be. */
export interface HostileWorkbook {
	/** The inside of the worksheet. */
	sheet?: string;
	/** What the worksheet calls itself. */
	root?: string;
	/** What stands before the root of the worksheet: a document type with entities. */
	prologue?: string;
	/** The names of its sheets, which all lead to the one worksheet. */
	names?: readonly string[];
	/** The whole part of shared texts, of styles. */
	texts?: string;
	styles?: string;
	/** Further files of the archive. */
	others?: readonly ArchiveEntry[];
}

/** An .xlsx file with a worksheet of the XML given. */
export function workbookOf(options: HostileWorkbook = {}): Uint8Array<ArrayBuffer> {
	const {
		sheet = '<sheetData/>',
		root = 'worksheet',
		prologue = '',
		names = ['S'],
		texts,
		styles,
		others = []
	} = options;
	const sheets = names.map(
		(name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
	);
	const relations = names.map(
		(_, at) =>
			`<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>`
	);
	const part = (name: string, kind: string): string =>
		`<Override PartName="/xl/${name}.xml" ContentType="${TYPES}.${kind}+xml"/>`;
	return archiveOf([
		{
			name: '[Content_Types].xml',
			content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${texts ? part('sharedStrings', 'sharedStrings') : ''}${styles ? part('styles', 'styles') : ''}</Types>`
		},
		{
			name: 'xl/workbook.xml',
			content: `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`
		},
		...(texts ? [{ name: 'xl/sharedStrings.xml', content: texts }] : []),
		...(styles ? [{ name: 'xl/styles.xml', content: styles }] : []),
		{
			name: 'xl/worksheets/sheet1.xml',
			content: `<?xml version="1.0"?>${prologue}<${root} xmlns="${MAIN}">${sheet}</${root}>`
		},
		...others
	]);
}

/** The rows as `<sheetData>`, each cell an inline text. */
export function sheetData(rows: readonly (readonly string[])[]): string {
	const written = rows.map((cells) => {
		const inner = cells.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`);
		return `<row>${inner.join('')}</row>`;
	});
	return `<sheetData>${written.join('')}</sheetData>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
