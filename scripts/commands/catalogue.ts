import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { Catalogue, Target, Undertaking } from '#lib/catalogue/catalogue.ts';
import type { PartFault } from '#lib/catalogue/catalogue-fault.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { readOwnCatalogue } from '#lib/catalogue/read-own-catalogue.ts';
import type { Options } from './options.ts';
import { openFile } from './read-input.ts';

type Kind = Target['kind'] | Undertaking['kind'];

const KINDS: Record<Kind, MessageKey> = {
	ratio: 'cli.kind-ratio',
	band: 'cli.kind-band',
	count: 'cli.kind-count',
	presence: 'cli.kind-presence',
	rank: 'cli.kind-rank',
	trend: 'cli.kind-trend',
	external: 'cli.kind-external',
	milestone: 'cli.kind-milestone',
	duty: 'cli.kind-duty',
	task: 'cli.kind-task'
};

/** What one check found: how much there is of each kind, or everything that is wrong. */
type Finding = { catalogue: Catalogue } | { faults: PartFault[] };

/**
 * `catalogue check [FILE]`: checks the product's catalogue, or a file of own parts merged over it; 0 where it is sound,
 * 1 with faults. Throws AppError where the command or the file cannot be read.
 */
export async function catalogue({ files, language, json }: Options): Promise<number> {
	const [action = '', file, ...more] = files;
	if (action !== 'check' || more.length > 0) {
		throw new AppError('cli.unknown-command', { command: `catalogue ${files.join(' ')}` });
	}
	const found = await check(file);
	process.stdout.write(
		json ? inJson(found, file, language) : inWords(found, file ?? 'data/catalogue', language)
	);
	return 'faults' in found ? 1 : 0;
}

async function check(path: string | undefined): Promise<Finding> {
	const product = await productCatalogueWhole();
	if (path === undefined) return { catalogue: product };
	const { bytes } = await openFile(path);
	const read = readOwnCatalogue(parseJson(path, bytes), product);
	return 'faults' in read ? read : { catalogue: mergeCatalogue(product, read.own) };
}

/** The product's catalogue, with the own parts of the file if one is named; throws AppError `cli.bad-catalogue`. */
export async function openCatalogue(path: string | undefined): Promise<Catalogue> {
	const found = await check(path);
	if ('catalogue' in found) return found.catalogue;
	throw new AppError('cli.bad-catalogue', { file: path ?? '', count: found.faults.length });
}

function parseJson(file: string, bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		throw new AppError('cli.not-json', { file, message: cause.message });
	}
}

function inJson(found: Finding, file: string | undefined, language: Language): string {
	const faults = 'faults' in found ? found.faults : [];
	const content = {
		file: file ?? null,
		sound: faults.length === 0,
		...('catalogue' in found && { counts: countsOf(found.catalogue) }),
		faults: faults.map(({ place, reason, params }) => ({
			place,
			reason,
			message: say(language, reason, params)
		}))
	};
	return `${JSON.stringify(content, null, 2)}\n`;
}

function inWords(found: Finding, file: string, language: Language): string {
	if ('catalogue' in found) return inCounts(found.catalogue, language);
	const { faults } = found;
	const head = say(language, 'cli.catalogue-broken', { file, count: faults.length });
	const lines = faults.map(
		({ place, reason, params }) => `  ${place} · ${say(language, reason, params)}`
	);
	return `${[head, ...lines].join('\n')}\n`;
}

function inCounts(catalogue: Catalogue, language: Language): string {
	const { documents, indicators, ...counts } = countsOf(catalogue);
	const lines = Object.entries(KINDS).map(([kind, key]) => {
		const count = String(counts[kind as Kind]).padStart(5);
		return `${count}  ${say(language, key)}`;
	});
	const head = say(language, 'cli.catalogue-sound', { documents, indicators });
	return `${[head, ...lines].join('\n')}\n`;
}

function countsOf(catalogue: Catalogue): Record<Kind | 'documents' | 'indicators', number> {
	const { documents, indicators, targets, undertakings } = catalogue;
	const parts = [...targets, ...undertakings];
	const kinds = Object.keys(KINDS).map((kind): [string, number] => [
		kind,
		parts.filter((part) => part.kind === kind).length
	]);
	return {
		documents: documents.length,
		indicators: indicators.length,
		...(Object.fromEntries(kinds) as Record<Kind, number>)
	};
}
