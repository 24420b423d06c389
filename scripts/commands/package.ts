import { writeFile } from 'node:fs/promises';
import { AppError } from '#lib/base/app-error.ts';
import { isPeriod } from '#lib/base/period.ts';
import { makePackage } from '#lib/package/make-package.ts';
import { MADE_BY } from '#lib/package/package-manifest.ts';
import { fingerprintOf, makeSigningKey } from '#lib/package/signature.ts';
import { readOf } from '#lib/package/stored-bytes.ts';
import { describePackage } from './describe-package.ts';
import { openWorkspace } from './open-workspace.ts';
import { parseArguments } from './parse-arguments.ts';
import { readKey, readPassphrase } from './read-secrets.ts';

const KNOWN = {
	out: { type: 'string' },
	period: { type: 'string' },
	units: { type: 'string' },
	lineage: { type: 'string' },
	layout: { type: 'string' },
	note: { type: 'string' },
	provisional: { type: 'boolean' },
	'passphrase-file': { type: 'string' },
	sign: { type: 'string' },
	maker: { type: 'string' },
	lang: { type: 'string' }
} as const;

/** Takes sheets and packages into one package and writes it; 0. */
export async function packageFiles(args: string[]): Promise<number> {
	const { values, positionals } = parseArguments(args, KNOWN);
	const { out, period, note, maker } = values;
	const language = values.lang === 'en' ? 'en' : 'vi';
	if (positionals.length === 0) throw new AppError('cli.no-file');
	if (out === undefined) throw new AppError('cli.missing-option', { option: 'out' });
	if (period !== undefined && !isPeriod(period)) throw new AppError('cli.bad-period', { period });
	const [passphrase, key] = await Promise.all([
		readPassphrase(values['passphrase-file']),
		readKey(values.sign)
	]);
	const store = await openWorkspace({
		...{ files: positionals, unitList: values.units, lineageList: values.lineage, period, note },
		...{ layout: values.layout, language, passphrase },
		state: values.provisional ? 'provisional' : 'official'
	});
	const { manifest } = store;
	const at = new Date().toISOString();
	const made = { at, by: MADE_BY, ...(maker && { maker }), ...(note && { note }) };
	const bytes = await makePackage({ manifest, read: readOf(store), made, passphrase, key });
	await writeFile(out, bytes);
	process.stdout.write(describePackage({ name: out, manifest, made, language }));
	return 0;
}

/** Writes a new signing key to a file, readable by its owner alone, and prints its fingerprint; 0. */
export async function newKey(args: string[]): Promise<number> {
	const known = {
		out: { type: 'string' },
		maker: { type: 'string' },
		lang: { type: 'string' }
	} as const;
	const { out, maker } = parseArguments(args, known).values;
	if (out === undefined) throw new AppError('cli.missing-option', { option: 'out' });
	if (maker === undefined) throw new AppError('cli.missing-option', { option: 'maker' });
	const key = await makeSigningKey(maker);
	await writeFile(out, `${JSON.stringify(key, null, '\t')}\n`, { mode: 0o600, flag: 'wx' });
	process.stdout.write(`${out}\n${await fingerprintOf(key.publicKey)}\n`);
	return 0;
}
