import * as library from '@e965/xlsx';
import { AppError } from '#lib/base/app-error.ts';

/** What the library tells of a workbook beside its cells; of `Styles` and `SSF` it tells no types. */
export interface OpenedBook extends library.WorkBook {
	Styles?: { CellXf?: { numFmtId?: number }[] };
	/** The number formats by their ids. */
	SSF?: Record<number, string>;
}

type Container = object;

/** The parts of the library of which it tells no types. */
interface Containers {
	utils: {
		cfb_new: () => Container;
		cfb_add: (container: Container, name: string, content: Uint8Array) => void;
	};
}

const containers = library.CFB as Containers;
const { parse_zip: parseZip, parse_xlscfb: parseStream } = library as unknown as {
	parse_zip: (parts: Container, options: library.ParsingOptions) => OpenedBook;
	parse_xlscfb: (stream: Uint8Array, options: library.ParsingOptions) => OpenedBook;
};

const PARSING: library.ParsingOptions = {
	type: 'array',
	dense: true,
	cellNF: true,
	cellFormula: false,
	cellHTML: false,
	bookVBA: false,
	sheetStubs: false
};

/**
 * The workbook of Excel 2–2003 in the stream of that name within its container. Throws AppError `file.password` and
 * `file.damaged`.
 */
export function parseOldBook(stream: Uint8Array): OpenedBook {
	return orDamaged(() => parseStream(stream, { ...PARSING, type: 'buffer', cellStyles: true }));
}

/** The workbook whose parts, by their names in the archive, are given. Throws AppError `file.damaged`. */
export function parseParts(parts: ReadonlyMap<string, Uint8Array>): OpenedBook {
	const container = containers.utils.cfb_new();
	for (const [name, part] of parts) containers.utils.cfb_add(container, `/${name}`, part);
	return orDamaged(() => parseZip(container, { ...PARSING }));
}

/** The library throws errors and texts alike at whatever it cannot follow. */
function orDamaged<T>(parse: () => T): T {
	try {
		return parse();
	} catch (cause) {
		const isLocked = /password|encrypt/i.test(String(cause));
		throw Object.assign(new AppError(isLocked ? 'file.password' : 'file.damaged'), { cause });
	}
}
