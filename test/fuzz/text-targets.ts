import { readFileSync } from 'node:fs';
import { findTraceCodes, readTraceCode, traceCode } from '#lib/base/trace-code.ts';
import { NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { openTemplate, pageOf, pageWidths } from '#lib/export/docx-template.ts';
import { say } from '#lib/base/messages.ts';
import { encodeCatalogueFile, readCatalogueFile } from '#lib/state/catalogue-file.ts';
import { parseCompareChoice } from '#lib/state/compare-url.ts';
import { parseLedgerChoice, withLedgerChoice } from '#lib/state/ledger-url.ts';
import { parseOverviewChoice } from '#lib/state/overview-url.ts';
import { definitionIn, readDrafts } from '#lib/state/report-drafts.ts';
import { parseReportingChoice } from '#lib/state/reporting-url.ts';
import { parseScorecardChoice, scorecardQuery } from '#lib/state/scorecard-url.ts';
import { formatViewChoice, parseViewChoice } from '#lib/state/view-url.ts';
import { parseWorkbenchChoice, WORKBENCH_NAMES } from '#lib/state/workbench-url.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { emptyManifest, readManifest, writeManifest } from '#lib/store/manifest.ts';
import { officeTemplate } from '#test/office/office-template.ts';
import { packed, unpacked } from './packed.ts';
import type { FuzzTarget } from './target.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (input: Uint8Array): string => new TextDecoder().decode(input);

/** The readers of texts, addresses and documents of offices. */
export async function textTargets(): Promise<FuzzTarget[]> {
	const product = await productCatalogueWhole();
	const targets = JSON.parse(
		readFileSync(new URL('../fixtures/catalogue/targets.json', import.meta.url), 'utf8')
	) as unknown;
	return [
		{
			name: 'catalogue',
			seeds: [
				bytes(encodeCatalogueFile(NOTHING_OWN)),
				bytes(encodeCatalogueFile({ ...NOTHING_OWN, targets: product.targets.slice(0, 6) })),
				bytes(
					encodeCatalogueFile({
						documents: product.documents.slice(0, 2),
						indicators: product.indicators.slice(0, 3),
						targets: [],
						undertakings: product.undertakings.slice(0, 3),
						retired: ['a']
					})
				),
				bytes(JSON.stringify(targets))
			],
			read: (input) => catalogue(textOf(input), product)
		},
		{ name: 'address', seeds: ADDRESSES.map(bytes), read: (input) => address(textOf(input)) },
		{ name: 'trace-code', seeds: CODES.map(bytes), read: (input) => code(textOf(input)) },
		{
			name: 'report-definition',
			seeds: [bytes(JSON.stringify(DEFINITION)), bytes(JSON.stringify([DEFINITION]))],
			read: (input) => definition(textOf(input))
		},
		{ name: 'manifest', seeds: [await writtenManifest()], read: manifest },
		{
			name: 'docx-parts',
			seeds: unpacked(await officeTemplate()),
			read: (input) => template(packed(input))
		},
		{
			name: 'docx',
			seeds: [await officeTemplate()],
			read: template
		}
	];
}

function catalogue(text: string, product: Awaited<ReturnType<typeof productCatalogueWhole>>) {
	const read = readCatalogueFile(text, product);
	if ('own' in read) return read;
	for (const { reason, params } of read.faults) {
		say('vi', reason, params);
	}
	return read;
}

function address(text: string): unknown {
	const query = new URLSearchParams(text);
	const own = (name: string): string | undefined => query.get(name) ?? undefined;
	const view = parseViewChoice(query);
	const again = parseViewChoice(new URLSearchParams(formatViewChoice(view)));
	if (JSON.stringify(again) !== JSON.stringify(view)) throw new Error('a link says another view');
	const scorecard = parseScorecardChoice(own);
	const ledger = parseLedgerChoice(query);
	const parameters = Object.fromEntries(WORKBENCH_NAMES.map((name) => [name, own(name)]));
	return [
		...[view, scorecard, scorecardQuery(scorecard), ledger],
		withLedgerChoice(query, ledger).toString(),
		...[parseOverviewChoice(own), parseCompareChoice(own), parseReportingChoice(query)],
		parseWorkbenchChoice(parameters)
	];
}

function code(text: string): unknown {
	return [readTraceCode(text), findTraceCodes(text)];
}

function definition(text: string): unknown {
	return [definitionIn(text), readDrafts({ getItem: () => text })];
}

async function manifest(input: Uint8Array): Promise<unknown> {
	const files = memoryFiles();
	await files.write('manifest.json', input);
	return readManifest(files);
}

async function writtenManifest(): Promise<Uint8Array> {
	const files = memoryFiles();
	await writeManifest(files, emptyManifest(7));
	return (await files.read('manifest.json')) ?? new Uint8Array();
}

function template(input: Uint8Array): unknown {
	const opened = openTemplate(input);
	return [opened.document, opened.places, pageWidths(pageOf(opened))];
}

const ADDRESSES = [
	'unit=MH03&period=2024-Q4&units=today&layers=none&lang=en',
	'rows=children&cols=a,b&q=An&miss=any&sort=-lack.plan-women&flip=1',
	'sql=SELECT%201&as=chart&chart=bar&x=a&y=b&by=c&sort=-a',
	'with=MH01,MH02&periods=2024-Q4,2023&rows=leaves',
	'sheet=B1&since=2020&missing=1&kind=target&state=done&by=body&order=due&item=a',
	'unit=%E0%A4%A&period=%&units=1999&a=%u1234'
];
const CODES = [
	traceCode({
		...{ indicator: 'plan-women', unit: 'MH03', period: '2024-Q4', boundaries: 'today' },
		...{ sequence: 12, numerator: 5n, denominator: 9n }
	}),
	'K7QM-2VX9-04TB-N3DE và K7QM 2VX9 04TB N3D0'
];
const DEFINITION = {
	...{ id: 'a', name: 'Quý', language: 'vi', profile: 'party', units: ['MH'], period: 'newest' },
	...{ boundaries: 'reported', indicators: [], rows: 'children', sections: ['summary'] },
	...{ fields: { place: 'Minh Họa' }, guardsSmallCells: true, formats: ['docx'], templates: {} }
};
