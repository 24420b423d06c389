import { writeXlsx } from 'hucre/xlsx';
import { OfficePackage } from './office-package.ts';
import { orderFonts } from './order-fonts.ts';

/** Sheets as a workbook that is valid by the schema, ready to be changed further and saved. */
export async function packSheets(book: Parameters<typeof writeXlsx>[0]): Promise<OfficePackage> {
	const packed = OfficePackage.open(await writeXlsx(book));
	if (!packed) throw new Error('The workbook was not packed.');
	orderFonts(packed);
	return packed;
}
