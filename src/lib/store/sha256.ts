import { sha256InScript } from './sha256-in-script.ts';

/** The SHA-256 of the bytes, hexadecimal. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
	// A page that came over plain http has no cryptography, whatever the type library says.
	const subtle = crypto.subtle as SubtleCrypto | undefined;
	const digest = subtle
		? new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
		: sha256InScript(bytes);
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
