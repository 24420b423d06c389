import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { PackageSigner } from '#lib/package/open-package.ts';
import type { Made } from '#lib/package/package-manifest.ts';
import type { Manifest } from '#lib/store/manifest.ts';

/** A package to be told of. */
interface Described {
	name: string;
	manifest: Manifest;
	made: Made;
	signer?: PackageSigner;
	language: Language;
}

/** What is inside a package, a line for each thing. */
export function describePackage({ name, manifest, made, signer, language }: Described): string {
	const { submissions, organisation = [], catalogue = [], layouts = [], reports } = manifest;
	const figures = submissions.reduce((sum, { figures: all }) => sum + all, 0);
	const { at, by, maker } = made;
	return [
		say(language, 'cli.package-made', { file: name, at, by }),
		...(maker !== undefined ? [say(language, 'cli.package-maker', { maker })] : []),
		signerWords(signer, language),
		say(language, 'cli.package-holds', {
			submissions: submissions.length,
			figures,
			organisation: organisation.length,
			catalogue: catalogue.length,
			layouts: layouts.length,
			definitions: reports?.definitions.length ?? 0,
			templates: reports?.templates.length ?? 0
		}),
		...submissions.map(({ id, file, sheet, template, periods, figures: all }) =>
			say(language, 'cli.package-submission', {
				id,
				file: sheet === undefined ? file : `${file} › ${sheet}`,
				template,
				periods: periods.join(', '),
				figures: all
			})
		),
		''
	].join('\n');
}

function signerWords(signer: PackageSigner | undefined, language: Language): string {
	if (!signer) return say(language, 'cli.package-unsigned');
	const { maker, fingerprint, isChecked } = signer;
	const key = isChecked ? 'cli.package-signed' : 'cli.package-unchecked';
	return say(language, key, { maker, fingerprint });
}
