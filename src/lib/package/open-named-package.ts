import { AppError } from '#lib/base/app-error.ts';
import { checkContents } from './check-contents.ts';
import { openPackage, type OpenedPackage } from './open-package.ts';

/** `openPackage` of a file, whose name every failure carries; also refused where a submission holds other than figures. */
export async function openNamedPackage(
	{ name, bytes }: { name: string; bytes: Uint8Array },
	options?: { passphrase?: string }
): Promise<OpenedPackage> {
	try {
		const opened = await openPackage(bytes, options);
		checkContents(opened);
		return opened;
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		throw Object.assign(new AppError(cause.code, { ...cause.params, file: name }), { cause });
	}
}
