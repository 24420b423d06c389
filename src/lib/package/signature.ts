import { AppError } from '#lib/base/app-error.ts';
import { oneOf, record, text, textLike } from '#lib/store/shape.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { parseJson } from './parse-json.ts';

/** What a maker signs with; the file is to be kept as one keeps a seal. */
export interface SigningKey {
	format: 'thuocdo-key';
	version: 1;
	/** Whose it is, as packages name their maker. */
	maker: string;
	/** Raw, 32 bytes in base64. */
	publicKey: string;
	/** PKCS #8 in base64. */
	privateKey: string;
}

/** A maker's word for a package. */
export interface Signature {
	algorithm: 'Ed25519';
	publicKey: string;
	signature: string;
}

/** What is signed begins with this, so that no signature of something else passes for one. */
const PURPOSE = 'thuocdo package 1\n';

const isSigningKey = record<SigningKey>({
	format: oneOf('thuocdo-key'),
	version: oneOf(1),
	maker: text,
	publicKey: textLike(/^[A-Za-z0-9+/]{43}=$/),
	privateKey: textLike(/^[A-Za-z0-9+/]{30,200}={0,2}$/)
});

const isSignature = record<Signature>({
	algorithm: oneOf('Ed25519'),
	publicKey: textLike(/^[A-Za-z0-9+/]{43}=$/),
	signature: textLike(/^[A-Za-z0-9+/]{86}==$/)
});

/** A new key of the maker. Throws AppError `package.no-signing` where the machine knows no Ed25519. */
export async function makeSigningKey(maker: string): Promise<SigningKey> {
	const pair = await asSupported(subtleOf().generateKey('Ed25519', true, ['sign', 'verify']));
	const { publicKey, privateKey } = pair as CryptoKeyPair;
	const [open, secret] = await Promise.all([
		crypto.subtle.exportKey('raw', publicKey),
		crypto.subtle.exportKey('pkcs8', privateKey)
	]);
	return {
		format: 'thuocdo-key',
		version: 1,
		maker,
		publicKey: toBase64(new Uint8Array(open)),
		privateKey: toBase64(new Uint8Array(secret))
	};
}

/** The key in a file; throws AppError `package.bad-key`. */
export function readSigningKey(bytes: Uint8Array): SigningKey {
	const key = parseJson(bytes);
	if (!isSigningKey(key)) throw new AppError('package.bad-key');
	return key;
}

/** The key's word for the manifest. Throws AppError `package.no-signing`, `package.bad-key`. */
export async function sign(manifest: Uint8Array, key: SigningKey): Promise<Signature> {
	const secret = fromBase64(key.privateKey);
	const subtle = subtleOf();
	const imported = await asSupported(
		subtle.importKey('pkcs8', secret, 'Ed25519', false, ['sign']).catch(asBadKey)
	);
	const signed = await subtle.sign('Ed25519', imported, signedBytes(manifest));
	const { publicKey } = key;
	return { algorithm: 'Ed25519', publicKey, signature: toBase64(new Uint8Array(signed)) };
}

/** Whether the word holds for the manifest; `undefined` where the machine knows no Ed25519. */
export async function isSignedBy(
	manifest: Uint8Array,
	{ publicKey, signature }: Signature
): Promise<boolean | undefined> {
	try {
		const subtle = subtleOf();
		const open = fromBase64(publicKey);
		const key = await asSupported(subtle.importKey('raw', open, 'Ed25519', false, ['verify']));
		return await subtle.verify('Ed25519', key, fromBase64(signature), signedBytes(manifest));
	} catch (cause) {
		if (cause instanceof AppError && cause.code === 'package.no-signing') return undefined;
		return false;
	}
}

/** The signature in its file; `undefined` where there is none. */
export function readSignature(bytes: Uint8Array): Signature | undefined {
	const signature = parseJson(bytes);
	return isSignature(signature) ? signature : undefined;
}

/** A maker's mark for people to compare: 32 hexadecimal digits in groups of four, of the public key's SHA-256. */
export async function fingerprintOf(publicKey: string): Promise<string> {
	const sha256 = await sha256Of(fromBase64(publicKey));
	return sha256.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ');
}

function signedBytes(manifest: Uint8Array): Uint8Array<ArrayBuffer> {
	const purpose = new TextEncoder().encode(PURPOSE);
	const signed = new Uint8Array(purpose.length + manifest.length);
	signed.set(purpose);
	signed.set(manifest, purpose.length);
	return signed;
}

function subtleOf(): SubtleCrypto {
	// A page that came over plain http has no cryptography, whatever the type library says.
	const subtle = crypto.subtle as SubtleCrypto | undefined;
	if (!subtle) throw new AppError('package.no-signing');
	return subtle;
}

/** A browser without Ed25519 says NotSupportedError. */
function asSupported<T>(asked: Promise<T>): Promise<T> {
	return asked.catch((cause: unknown) => {
		if (!(cause instanceof Error) || cause.name !== 'NotSupportedError') throw cause;
		throw Object.assign(new AppError('package.no-signing'), { cause });
	});
}

function asBadKey(cause: unknown): never {
	if (cause instanceof Error && cause.name === 'NotSupportedError') throw cause;
	throw Object.assign(new AppError('package.bad-key'), { cause });
}
