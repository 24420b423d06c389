import { AppError } from '#lib/base/app-error.ts';
import { LAYER_RANKS, type LayerRank } from '#lib/assess/layers.ts';
import type { Language } from '#lib/base/language.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import { type IsoDate, type Period, isPeriod, lastDayOf } from '#lib/base/period.ts';
import { parseArguments } from './parse-arguments.ts';

const KNOWN = {
	period: { type: 'string' },
	units: { type: 'string' },
	lineage: { type: 'string' },
	boundaries: { type: 'string' },
	layout: { type: 'string' },
	unit: { type: 'string' },
	indicator: { type: 'string' },
	sheet: { type: 'string' },
	range: { type: 'boolean' },
	pace: { type: 'boolean' },
	layer: { type: 'string' },
	lang: { type: 'string' },
	json: { type: 'boolean' }
} as const;

/** What the command line asks for. */
export interface Options {
	files: string[];
	period?: Period;
	unitList?: string;
	lineageList?: string;
	/** The day whose units all periods are shown on; absent where each stands on its own map. */
	boundaries?: IsoDate;
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

/** The options of a command's arguments; throws AppError `cli.bad-usage`, `cli.bad-period`, `cli.bad-boundaries` or `cli.bad-layer`. */
export function readOptions(args: string[]): Options {
	const { values, positionals } = parseArguments(args, KNOWN);
	if (positionals.length === 0) throw new AppError('cli.no-file');
	if (values.period !== undefined && !isPeriod(values.period))
		throw new AppError('cli.bad-period', { period: values.period });
	return {
		files: positionals,
		period: values.period,
		unitList: values.units,
		lineageList: values.lineage,
		boundaries: boundariesOf(values.boundaries),
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

/** The day of `today` in Viet Nam, or the last one of a year; throws AppError `cli.bad-boundaries`. */
export function boundariesOf(text = 'reported'): IsoDate | undefined {
	if (text === 'reported') return undefined;
	if (text === 'today') return localDayOf(Date.now());
	if (/^\d{4}$/.test(text)) return lastDayOf(text);
	throw new AppError('cli.bad-boundaries', { boundaries: text });
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
