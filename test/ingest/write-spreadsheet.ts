import { type BookType, CFB, type CellObject, utils, type WorkBook, write } from '@e965/xlsx';

/** What a cell of a workbook to be written holds; a cell of the library's own where the format matters. */
export type Written = string | number | boolean | null | CellObject;

/** What a workbook to be written is besides its sheets. */
export interface BookOptions {
	bookType?: BookType;
	hidden?: (0 | 1 | 2 | number)[];
	merges?: string[];
	date1904?: boolean;
}

/** The bytes of a workbook with the sheets given. */
export function writeBook(
	sheets: Record<string, Written[][]>,
	{ bookType = 'xlsx', hidden = [], merges = [], date1904 = false }: BookOptions = {}
): Uint8Array {
	const book: WorkBook = utils.book_new();
	for (const [name, rows] of Object.entries(sheets)) {
		const sheet = utils.aoa_to_sheet(rows);
		if (merges.length > 0) sheet['!merges'] = merges.map((range) => utils.decode_range(range));
		utils.book_append_sheet(book, sheet, name);
	}
	book.Workbook = {
		WBProps: { date1904 },
		Sheets: Object.keys(sheets).map((name, at) => ({
			name,
			Hidden: (hidden[at] ?? 0) as 0 | 1 | 2
		}))
	};
	return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

interface Containers {
	read: (bytes: Uint8Array, options: object) => object;
	write: (container: object, options: object) => Uint8Array;
	utils: {
		cfb_new: (options?: object) => object;
		cfb_add: (container: object, name: string, content: Uint8Array) => void;
	};
}

const containers = CFB as Containers;

/** An archive of the kind that Excel 97 and encrypted workbooks come in, with one stream. */
export function containerOf(stream: string): Uint8Array {
	const container = containers.utils.cfb_new();
	containers.utils.cfb_add(container, `/${stream}`, new Uint8Array(5000).fill(7));
	return new Uint8Array(containers.write(container, { type: 'array' }));
}

/** A zip archive of the files given. */
export function zipOf(files: Record<string, string>): Uint8Array {
	const zip = containers.utils.cfb_new({ root: 'R' });
	for (const [name, text] of Object.entries(files)) {
		containers.utils.cfb_add(zip, `/${name}`, new TextEncoder().encode(text));
	}
	return new Uint8Array(
		containers.write(zip, { type: 'array', fileType: 'zip', compression: true })
	);
}

/** An .xlsx file whose only sheet is the XML given, with the inside of its style sheet where one is given. */
export function sheetOfXml(inner: string, { styles = '' } = {}): Uint8Array {
	const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	return zipOf({
		'[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
		'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`,
		...(styles && {
			'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${styles}</styleSheet>`
		})
	});
}

/** An .ods file whose only sheet holds the rows given as XML. */
export function openDocumentOf(rows: string, { display = true } = {}): Uint8Array {
	const style = `<style:style style:name="ta1" style:family="table"><style:table-properties table:display="${String(display)}"/></style:style>`;
	const table = `<table:table table:name="S" table:style-name="ta1">${rows}</table:table>`;
	return zipOf({
		'META-INF/manifest.xml': '<?xml version="1.0"?><manifest:manifest/>',
		'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles>${style}</office:automatic-styles><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`
	});
}
