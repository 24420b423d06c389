import { parseArgs } from 'node:util';
import { AppError } from '#lib/base/app-error.ts';
import { LAYER_RANKS, type LayerRank } from '#lib/assess/layers.ts';
import type { Language } from '#lib/base/language.ts';
import { type Period, isPeriod } from '#lib/base/period.ts';

/** What the command line asks for. */
export interface Options {
	files: string[];
	period?: Period;
	unitList?: string;
	/** The path of a layout file. */
	layout?: string;
	unit?: string;
	indicator?: string;
	sheet?: number;
	/** Between which ends the value may still move. */
	range: boolean;
	/** How the value goes towards targets with a day to come. */
	pace: boolean;
	/** Whose targets alone are looked at. */
	layer?: LayerRank;
	language: Language;
	json: boolean;
}

/** The options of a command's arguments; throws AppError `cli.bad-usage`, `cli.bad-period` or `cli.bad-layer`. */
export function readOptions(args: string[]): Options {
	const { values, positionals } = parseStrictly(args);
	if (positionals.length === 0) throw new AppError('cli.no-file');
	if (values.period !== undefined && !isPeriod(values.period))
		throw new AppError('cli.bad-period', { period: values.period });
	return {
		files: positionals,
		period: values.period,
		unitList: values.units,
		layout: values.layout,
		unit: values.unit,
		indicator: values.indicator,
		sheet: values.sheet === undefined ? undefined : Number(values.sheet),
		range: values.range ?? false,
		pace: values.pace ?? false,
		layer: layerOf(values.layer),
		language: values.lang === 'en' ? 'en' : 'vi',
		json: values.json ?? false
	};
}

/** The option's value; throws AppError `cli.missing-option` where it was not given. */
export function required(options: Options, name: 'unit' | 'period'): string {
	const value = options[name];
	if (value === undefined) throw new AppError('cli.missing-option', { option: name });
	return value;
}

function layerOf(text: string | undefined): LayerRank | undefined {
	const layer = LAYER_RANKS.find((rank) => rank === text);
	if (text !== undefined && !layer)
		throw new AppError('cli.bad-layer', { layer: text, known: LAYER_RANKS.join(', ') });
	return layer;
}

function parseStrictly(args: string[]) {
	try {
		return parseArgs({
			args,
			allowPositionals: true,
			options: {
				period: { type: 'string' },
				units: { type: 'string' },
				layout: { type: 'string' },
				unit: { type: 'string' },
				indicator: { type: 'string' },
				sheet: { type: 'string' },
				range: { type: 'boolean' },
				pace: { type: 'boolean' },
				layer: { type: 'string' },
				lang: { type: 'string' },
				json: { type: 'boolean' }
			}
		});
	} catch (cause) {
		const reason =
			cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause);
		throw new AppError('cli.bad-usage', { reason });
	}
}
