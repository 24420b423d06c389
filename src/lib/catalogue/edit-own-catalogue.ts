import type { Catalogue } from './catalogue.ts';
import type { OwnCatalogue } from './own-catalogue.ts';

/** The lists of parts that an organisation may add to. */
export type OwnPart = 'documents' | 'indicators' | 'targets' | 'undertakings';

/** Parts to be put in place of those of the same id, or added. */
export type OwnParts = Partial<Pick<OwnCatalogue, OwnPart>>;

/** The lists in the order in which they rest on one another. */
const OWN_PARTS: readonly OwnPart[] = ['documents', 'indicators', 'targets', 'undertakings'];

/** What one edit did to one part. */
export interface OwnChange {
	part: OwnPart;
	id: string;
	/** `reverted`: the product's own stands again; `removed`: an own one is gone. */
	what: 'added' | 'changed' | 'retired' | 'restored' | 'reverted' | 'removed';
}

/** With the parts in it, those of the same id replaced; what was retired among them is followed again. */
export function withParts(own: OwnCatalogue, parts: OwnParts): OwnCatalogue {
	const put = <Part extends { id: string }>(list: readonly Part[], more: readonly Part[] = []) => {
		const byId = new Map(more.map((part) => [part.id, part]));
		const known = new Set(list.map(({ id }) => id));
		return [
			...list.map((part) => byId.get(part.id) ?? part),
			...[...byId.values()].filter(({ id }) => !known.has(id))
		];
	};
	const followed = new Set([
		...(parts.targets ?? []).map(({ id }) => id),
		...(parts.undertakings ?? []).map(({ id }) => id)
	]);
	return {
		documents: put(own.documents, parts.documents),
		indicators: put(own.indicators, parts.indicators),
		targets: put(own.targets, parts.targets),
		undertakings: put(own.undertakings, parts.undertakings),
		retired: own.retired.filter((id) => !followed.has(id))
	};
}

/** Without following the target or undertaking any longer; it stays, to be followed again. */
export function withRetired(own: OwnCatalogue, id: string): OwnCatalogue {
	return own.retired.includes(id) ? own : { ...own, retired: [...own.retired, id] };
}

/** Following the target or undertaking again. */
export function withRestored(own: OwnCatalogue, id: string): OwnCatalogue {
	return { ...own, retired: own.retired.filter((each) => each !== id) };
}

/** Without the own part of that id: the product's stands again, or there is none. */
export function withoutOwn(
	own: OwnCatalogue,
	{ part, id }: Pick<OwnChange, 'part' | 'id'>
): OwnCatalogue {
	const left = own[part].filter((each) => each.id !== id);
	return { ...own, [part]: left };
}

/** What leads from one own catalogue to another, list by list; empty where they say the same. */
export function changesBetween(
	product: Catalogue,
	{ before, after }: { before: OwnCatalogue; after: OwnCatalogue }
): OwnChange[] {
	const replaced = OWN_PARTS.flatMap((part) => replacedIn(product, part, { before, after }));
	const isTarget = (id: string): boolean =>
		[product, before, after].some(({ targets }) => targets.some((target) => target.id === id));
	const partOf = (id: string): OwnPart => (isTarget(id) ? 'targets' : 'undertakings');
	const gone = after.retired.filter((id) => !before.retired.includes(id));
	const back = before.retired.filter((id) => !after.retired.includes(id));
	return [
		...replaced,
		...gone.map((id): OwnChange => ({ part: partOf(id), id, what: 'retired' })),
		...back.map((id): OwnChange => ({ part: partOf(id), id, what: 'restored' }))
	];
}

function replacedIn(
	product: Catalogue,
	part: OwnPart,
	{ before, after }: { before: OwnCatalogue; after: OwnCatalogue }
): OwnChange[] {
	const [old, now] = [byId(before[part]), byId(after[part])];
	const known = byId(product[part]);
	const ids = [...new Set([...old.keys(), ...now.keys()])];
	return ids.flatMap((id): OwnChange[] => {
		const [was, is] = [old.get(id), now.get(id)];
		if (isSame(was, is)) return [];
		if (!is) return [{ part, id, what: known.has(id) ? 'reverted' : 'removed' }];
		return [{ part, id, what: was || known.has(id) ? 'changed' : 'added' }];
	});
}

function byId(parts: readonly { id: string }[]): Map<string, unknown> {
	return new Map(parts.map((part) => [part.id, part]));
}

/** Whether two parts say the same, in whatever order their fields stand; a field left `undefined` is not there. */
export function isSame(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [left, right] = [said(a), said(b)];
	return (
		left.size === right.size && [...left].every(([key, value]) => isSame(value, right.get(key)))
	);
}

function said(part: object): Map<string, unknown> {
	return new Map(Object.entries(part).filter(([, value]) => value !== undefined));
}
