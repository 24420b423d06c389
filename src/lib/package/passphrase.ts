import { AppError } from '#lib/base/app-error.ts';
import { count, oneOf, record, textLike } from '#lib/store/shape.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { parseJson } from './parse-json.ts';
import { type LooseFile, sealFiles } from './seal.ts';

/** What a locked package is unlocked by beside its passphrase; stands in the open, and is held to the content. */
interface Envelope {
	format: 'thuocdo-locked';
	version: 1;
	kdf: { name: 'PBKDF2'; hash: 'SHA-256'; iterations: number; salt: string };
	cipher: { name: 'AES-GCM'; iv: string };
}

/** The path of the envelope in a locked package. */
export const ENVELOPE = 'envelope.json';

/** The fewest letters of a passphrase. */
const SHORTEST_PASSPHRASE = 12;

const CONTENT = 'package.locked';
const ITERATIONS = 1_000_000;
/** Whoever made the package chose the number; what is opened may neither be weak nor keep the reader waiting for ever. */
const ITERATION_BOUNDS = { least: 600_000, most: 10_000_000 };

const isEnvelope = record<Envelope>({
	format: oneOf('thuocdo-locked'),
	version: oneOf(1),
	kdf: record<Envelope['kdf']>({
		name: oneOf('PBKDF2'),
		hash: oneOf('SHA-256'),
		iterations: (value) =>
			count(value) &&
			Number(value) >= ITERATION_BOUNDS.least &&
			Number(value) <= ITERATION_BOUNDS.most,
		salt: textLike(/^[A-Za-z0-9+/]{22}==$/)
	}),
	cipher: record<Envelope['cipher']>({
		name: oneOf('AES-GCM'),
		iv: textLike(/^[A-Za-z0-9+/]{16}$/)
	})
});

/** The package locked by the passphrase. Throws AppError `package.short-passphrase`, `package.no-crypto`. */
export async function lock(
	bytes: Uint8Array,
	{ passphrase, at }: { passphrase: string; at: Date }
): Promise<Uint8Array> {
	if (passphrase.normalize('NFC').length < SHORTEST_PASSPHRASE)
		throw new AppError('package.short-passphrase', { least: SHORTEST_PASSPHRASE });
	const [salt, iv] = [new Uint8Array(16), new Uint8Array(12)];
	for (const dice of [salt, iv]) crypto.getRandomValues(dice);
	const envelope: Envelope = {
		format: 'thuocdo-locked',
		version: 1,
		kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: toBase64(salt) },
		cipher: { name: 'AES-GCM', iv: toBase64(iv) }
	};
	const open = new TextEncoder().encode(JSON.stringify(envelope, null, '\t'));
	const key = await keyOf(passphrase, envelope);
	const cipher = { name: 'AES-GCM', iv, additionalData: open };
	const locked = await crypto.subtle.encrypt(cipher, key, bytes as Uint8Array<ArrayBuffer>);
	const files: LooseFile[] = [
		{ path: ENVELOPE, bytes: open },
		{ path: CONTENT, bytes: new Uint8Array(locked), isPacked: true }
	];
	return sealFiles(files, at);
}

/**
 * The package within a locked one, given as its files. Throws AppError `package.locked` without a passphrase,
 * `package.wrong-passphrase`, `package.newer`, `package.no-crypto`, and `package.damaged` for an envelope out of bounds.
 */
export async function unlock(
	files: ReadonlyMap<string, Uint8Array>,
	passphrase: string | undefined
): Promise<Uint8Array> {
	const [open, locked] = [files.get(ENVELOPE), files.get(CONTENT)];
	if (!open || !locked || files.size !== 2) throw new AppError('package.damaged');
	const envelope = readEnvelope(open);
	if (passphrase === undefined) throw new AppError('package.locked');
	const key = await keyOf(passphrase, envelope);
	const iv = fromBase64(envelope.cipher.iv);
	const additionalData = open as Uint8Array<ArrayBuffer>;
	try {
		const cipher = { name: 'AES-GCM', iv, additionalData };
		const bytes = await crypto.subtle.decrypt(cipher, key, locked as Uint8Array<ArrayBuffer>);
		return new Uint8Array(bytes);
	} catch (cause) {
		throw Object.assign(new AppError('package.wrong-passphrase'), { cause });
	}
}

function readEnvelope(bytes: Uint8Array): Envelope {
	const envelope = parseJson(bytes);
	const { version } = (envelope ?? {}) as { version?: unknown };
	if (typeof version === 'number' && version > 1) throw new AppError('package.newer', { version });
	if (!isEnvelope(envelope)) throw new AppError('package.damaged');
	return envelope;
}

/** Letters that look the same are the same, however a keyboard composes them. */
async function keyOf(passphrase: string, { kdf }: Envelope): Promise<CryptoKey> {
	// A page that came over plain http has no cryptography, whatever the type library says.
	const subtle = crypto.subtle as SubtleCrypto | undefined;
	if (!subtle) throw new AppError('package.no-crypto');
	const letters = new TextEncoder().encode(passphrase.normalize('NFC'));
	const secret = await subtle.importKey('raw', letters, 'PBKDF2', false, ['deriveKey']);
	const derivation = {
		...{ name: kdf.name, hash: kdf.hash, iterations: kdf.iterations },
		salt: fromBase64(kdf.salt)
	};
	const cipher = { name: 'AES-GCM', length: 256 };
	return subtle.deriveKey(derivation, secret, cipher, false, ['encrypt', 'decrypt']);
}
