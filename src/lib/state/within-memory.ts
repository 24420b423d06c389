import { AppError } from '#lib/base/app-error.ts';

/** How engines say that something is too large to be held, by the words of V8, SpiderMonkey and JavaScriptCore. */
const TOO_LARGE =
	/allocation|out of memory|maximum size exceeded|invalid (?:typed )?(?:array(?: buffer)?|string) length(?!: -)|could not allocate/i;

/**
 * What the work on a file gives; rejects with AppError `import.out-of-memory` where the computer has no room for it,
 * and with all else that the work rejects with.
 */
export async function withinMemory<Result>(
	file: string,
	work: () => Promise<Result>
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (isOutOfMemory(error)) throw new AppError('import.out-of-memory', { file });
		throw error;
	}
}

/** True for the error of an engine that has no room left; SpiderMonkey's is an `InternalError`. */
export function isOutOfMemory(error: unknown): boolean {
	if (!(error instanceof Error) || error instanceof AppError) return false;
	return ['RangeError', 'InternalError'].includes(error.name) && TOO_LARGE.test(error.message);
}
