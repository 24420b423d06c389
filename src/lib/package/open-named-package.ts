import { AppError } from '#lib/base/app-error.ts';
import { openPackage, type OpenedPackage } from './open-package.ts';

/** `openPackage` of a file, whose name every failure carries. */
export async function openNamedPackage(
	{ name, bytes }: { name: string; bytes: Uint8Array },
	options?: { passphrase?: string }
): Promise<OpenedPackage> {
	try {
		return await openPackage(bytes, options);
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		throw Object.assign(new AppError(cause.code, { ...cause.params, file: name }), { cause });
	}
}
