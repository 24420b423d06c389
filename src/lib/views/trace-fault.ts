import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import {
	speaksOfIndicator,
	speaksOfUnit,
	TRACE_SYMBOLS,
	type TraceFault
} from '#lib/base/trace-code.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { periodName } from './sentence-period.ts';
import { tracedUnitName } from './trace-words.ts';

/** A code that a wrong one may have been meant for. */
export interface MendedCode {
	code: string;
	/** `ký tự thứ 7: X → K`. */
	slip: string;
	/** Which figure it leads to. */
	figure: string;
}

/** What codes are looked for in. */
export interface CodeGround {
	catalogue: Catalogue;
	tree: UnitTree;
	/** The sequence of the newest submission ever. */
	newest: number;
	language: Language;
}

/** So many codes are offered at most: among more nobody finds the right one. */
const MOST = 5;

/** What is wrong with a text that is no code. */
export function faultWords(fault: TraceFault, language: Language): string {
	switch (fault.fault) {
		case 'empty':
			return say(language, 'trace.fault-empty');
		case 'length': {
			const key = fault.found < TRACE_SYMBOLS ? 'trace.fault-short' : 'trace.fault-long';
			return say(language, key, { wanted: TRACE_SYMBOLS, found: fault.found });
		}
		case 'symbol':
			return say(language, 'trace.fault-symbol', { place: fault.place, symbol: fault.symbol });
		case 'check':
			return say(language, 'trace.fault-check');
	}
}

/** Of the codes that one slip may have made a text of, those that lead to a figure that there is. */
export function mendedCodes(fault: TraceFault, ground: CodeGround): MendedCode[] {
	if (fault.fault !== 'check') return [];
	const { catalogue, tree, newest, language } = ground;
	const codes = [...new Set(tree.units.map(({ code }) => code))];
	return fault.mended
		.filter((code) => code.sequence <= newest)
		.flatMap((code) => {
			const indicator = catalogue.indicators.find(({ id }) => speaksOfIndicator(code, id));
			const unit = indicator && codes.find((each) => speaksOfUnit(code, each));
			if (!unit) return [];
			const figure = [
				indicator.shortName[language],
				tracedUnitName(ground, unit, code.period),
				periodName(code.period, language)
			].join(' · ');
			return [{ code: code.code, slip: slipWords(fault.typed, code.code, language), figure }];
		})
		.slice(0, MOST);
}

function slipWords(typed: string, meant: string, language: Language): string {
	const [wrong, right] = [typed, meant].map((code) => [...code.replaceAll('-', '')]) as [
		string[],
		string[]
	];
	const at = right.findIndex((symbol, place) => symbol !== wrong[place]);
	const isSwap = wrong[at + 1] !== right[at + 1];
	if (isSwap) return say(language, 'trace.mended-swap', { place: at + 1, next: at + 2 });
	const said = { place: at + 1, wrong: wrong[at] ?? '', right: right[at] ?? '' };
	return say(language, 'trace.mended-symbol', said);
}
