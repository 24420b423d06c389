import { type Facts, standingOf } from '#lib/assess/standing.ts';
import { peersMeanOf, type PeersMean } from '#lib/assess/layers.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import { SHOWN_LAYERS, type ShownLayer } from '#lib/base/shown-layers.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import { printCount, printPercent } from './print-value.ts';

/** A layer that there is something to hold against. */
export interface LayerChoice {
	layer: ShownLayer;
	/** `Trung ương`. */
	name: string;
	isShown: boolean;
}

/** What the peers of a unit reach together, in words. */
export interface PeersLine {
	/** `91,20%`. */
	text: string;
	/** `Trung bình 12 đơn vị cùng loại: 91,20%`. */
	words: string;
}

/** Whose layers are asked for. */
export interface LayersQuestion {
	unit: string;
	period: Period;
	indicator: Indicator;
	language: Language;
}

/** The ground with the targets of the shown layers alone: every view on it speaks of them and of no other. */
export function onLayers(ground: Ground, shown: ReadonlySet<ShownLayer>): Ground {
	const { facts } = ground;
	const { catalogue } = facts;
	const targets = catalogue.targets.filter(({ document }) =>
		shown.has(layerOfDocument(catalogue, document))
	);
	return { ...ground, facts: { ...facts, catalogue: { ...catalogue, targets } } };
}

/** The layers that hold something for a unit, from the highest down, each with whether it is shown. */
export function layerChoices(
	ground: Ground,
	question: LayersQuestion,
	shown: ReadonlySet<ShownLayer>
): LayerChoice[] {
	const { unit, period, indicator, language } = question;
	const { catalogue } = ground.facts;
	const path = pathIn(ground, unit, period);
	const { assessments } = standingOf(ground.facts, { path, period, indicator });
	const held = new Set<ShownLayer>(
		assessments.map(({ target }) => layerOfDocument(catalogue, target.document))
	);
	if (peersMean(ground, question)) held.add('peers');
	return SHOWN_LAYERS.filter((layer) => held.has(layer)).map((layer) => ({
		layer,
		name: layerName(layer, language),
		isShown: shown.has(layer)
	}));
}

/** `Trung ương`, `Thành phố`, `Đơn vị tự đặt`, `Trung bình đơn vị cùng loại`. */
export function layerName(layer: ShownLayer, language: Language): string {
	return say(language, `layers.${layer}`);
}

/** Whose layer a target is in, by its id. */
export function layerOfTarget({ catalogue }: Facts, id: string): ShownLayer {
	const target = catalogue.targets.find((each) => each.id === id);
	return layerOfDocument(catalogue, target?.document ?? '');
}

/** Whose layer the targets of a document are in. */
export function layerOfDocument(catalogue: Catalogue, document: string): ShownLayer {
	return documentOf(catalogue, document)?.rank ?? 'own';
}

/** What the units of the same kind below the same unit reach together; `undefined` where there is none with a value. */
export function peersMean(
	ground: Ground,
	{ unit, period, indicator }: Omit<LayersQuestion, 'language'>
): PeersMean | undefined {
	const { facts, tree } = ground;
	const day = treeDayOf(facts.totals, period);
	const [self, parent] = [tree.find(unit, day), tree.parentOn(unit, day)];
	if (!self || !parent) return undefined;
	const peers = tree
		.childrenOn(parent.code, day)
		.filter(({ code, kind, level }) => code !== unit && kind === self.kind && level === self.level);
	const codes = peers.map(({ code }) => code);
	return peersMeanOf(facts.totals, { peers: codes, period, indicator });
}

/** The peers' mean in words. */
export function peersLine(ground: Ground, question: LayersQuestion): PeersLine | undefined {
	const mean = peersMean(ground, question);
	if (!mean) return undefined;
	const { language, indicator } = question;
	const isRatio = indicator.denominator.length > 0;
	const { numerator, denominator } = mean.value;
	const text = isRatio
		? printPercent(mean.value, { language })
		: printCount(numerator / denominator, language);
	return { text, words: say(language, 'layers.peers-line', { units: mean.units, text }) };
}
