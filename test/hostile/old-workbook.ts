import { CFB } from '@e965/xlsx';

const containers = CFB as {
	write: (container: object, options: { type: 'array' }) => Uint8Array;
	utils: {
		cfb_new: () => object;
		cfb_add: (container: object, name: string, content: Uint8Array) => void;
	};
};

/** The container of the kind that Excel 97 writes, with the streams given by their paths. */
export function containerOf(streams: Record<string, Uint8Array>): Uint8Array {
	const container = containers.utils.cfb_new();
	for (const [path, stream] of Object.entries(streams))
		containers.utils.cfb_add(container, path, stream);
	return new Uint8Array(containers.write(container, { type: 'array' }));
}

/** A record of a workbook of Excel 97: its kind, and what it holds as numbers of two bytes. */
export function record(kind: number, ...content: readonly number[]): Uint8Array {
	const words = Uint16Array.of(kind, content.length * 2, ...content);
	return new Uint8Array(words.buffer);
}

/** The records one after the other. */
export function joined(records: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(records.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const each of records) {
		bytes.set(each, at);
		at += each.length;
	}
	return bytes;
}

/** A workbook of Excel 97 whose sheet holds the number 1 and the records given; others stand before the sheet. */
export function oldWorkbookOf(
	{ sheet = [], globals = [] }: { sheet?: Uint8Array[]; globals?: Uint8Array[] } = {},
	sheets = 1
): Uint8Array {
	const start = (kind: number): Uint8Array => record(0x809, 0x600, kind, 0, 0, 0, 0, 0, 0);
	const end = record(0x0a);
	const before = [start(5), ...globals];
	const list = (at: number): Uint8Array[] =>
		Array.from({ length: sheets }, (_, place) =>
			record(0x85, at & 0xffff, at >>> 16, 0, 1, 65 + place)
		);
	const length = joined([...before, ...list(0), end]).length;
	const one = record(0x27e, 0, 0, 0, 0, 0x3ff0);
	return containerOf({
		'/Workbook': joined([...before, ...list(length), end, start(16), one, ...sheet, end])
	});
}
