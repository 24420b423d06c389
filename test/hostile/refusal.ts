import { AppError } from '#lib/base/app-error.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { isMessageKey } from '#lib/base/messages.ts';

/** So much of the processor may be used, in seconds: a hundred times what a file of an office takes. */
const MOST_SECONDS = 30;

/** The height and width of each table in the file, or the code that it is refused with; it must not take long. */
export async function outcomeOf(bytes: Uint8Array): Promise<string | number[][]> {
	const before = process.cpuUsage();
	const outcome = await sizesOf(bytes);
	const { user, system } = process.cpuUsage(before);
	if (user + system > MOST_SECONDS * 1e6) throw new Error(`took ${(user + system) / 1e6} seconds`);
	return outcome;
}

async function sizesOf(bytes: Uint8Array): Promise<string | number[][]> {
	try {
		const grids = await readFile({ name: 'b1', bytes });
		return grids.map(({ rows }) => [rows.length, rows[0]?.length ?? 0]);
	} catch (error) {
		if (!(error instanceof AppError) || !isMessageKey(error.code)) throw error;
		return error.code;
	}
}
