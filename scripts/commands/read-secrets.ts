import { readSigningKey, type SigningKey } from '#lib/package/signature.ts';
import { openFile } from './read-input.ts';

/** The passphrase in a file: its first line, so that it never stands on a command line. */
export async function readPassphrase(path: string | undefined): Promise<string | undefined> {
	if (path === undefined) return undefined;
	const text = new TextDecoder().decode((await openFile(path)).bytes);
	return text.split(/\r?\n/)[0] ?? '';
}

/** The signing key in a file; throws AppError `package.bad-key`. */
export async function readKey(path: string | undefined): Promise<SigningKey | undefined> {
	if (path === undefined) return undefined;
	return readSigningKey((await openFile(path)).bytes);
}
