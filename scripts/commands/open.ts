import { AppError } from '#lib/base/app-error.ts';
import { openNamedPackage } from '#lib/package/open-named-package.ts';
import { describePackage } from './describe-package.ts';
import { exactJson } from './exact-json.ts';
import { parseArguments } from './parse-arguments.ts';
import { openFile } from './read-input.ts';
import { readPassphrase } from './read-secrets.ts';

const KNOWN = {
	'passphrase-file': { type: 'string' },
	lang: { type: 'string' },
	json: { type: 'boolean' }
} as const;

/** Verifies a package, every part of it, and tells what is inside; 0, and a refusal ends as every failure does. */
export async function open(args: string[]): Promise<number> {
	const { values, positionals } = parseArguments(args, KNOWN);
	const [path] = positionals;
	if (path === undefined) throw new AppError('cli.no-file');
	const passphrase = await readPassphrase(values['passphrase-file']);
	const { name, bytes } = await openFile(path);
	const { manifest, made, parts, signer, isLocked } = await openNamedPackage(
		{ name, bytes },
		{ passphrase }
	);
	const language = values.lang === 'en' ? 'en' : 'vi';
	process.stdout.write(
		values.json
			? `${exactJson({ file: name, made, isLocked, signer: signer ?? null, parts, workspace: manifest })}\n`
			: describePackage({ name, manifest, made, signer, language })
	);
	return 0;
}
