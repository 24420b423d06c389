import { cleanText, foldKey } from '#lib/base/fold.ts';
import { withoutBrackets } from './name-index.ts';

/** A name with a remark in brackets that says nothing of which unit is meant, but perhaps of when. */
export interface RemarkedName {
	bare: string;
	/** `former` for a unit that has ended, `current` for one that has not, `any` where the remark tells neither. */
	of: 'former' | 'current' | 'any';
}

const BRACKETS = /\(([^()]*)\)/g;
const FORMER = /^(?:cu|truoc dai|truoc sap nhap|truoc hop nhat|da sap nhap|da giai the|nai la .+)$/;
const CURRENT =
	/^(?:moi|sau sap nhap|sau hop nhat|(?:sap nhap|hop nhat|doi ten|thanh lap)(?: .+)?|(?:truoc dai|ten cu|truoc kia) .+)$/;
const ANY = /^(?:co so|khu vuc .+ (?:truoc dai|cu)|uoc|so uoc|tam tinh|so lieu (?:uoc|tam tinh))$/;

/**
 * The name without the remark "(cơ sở)", "(khu vực Mỹ An trước đây)", "(cũ)" …; `undefined` where there is none, or one
 * that may tell units apart.
 */
export function readRemark(text: string): RemarkedName | undefined {
	const remarks = [...text.matchAll(BRACKETS)].map(([, inside = '']) => foldKey(inside));
	const meanings = remarks.map(meaningOf);
	const bare = cleanText(withoutBrackets(text));
	if (bare === '' || meanings.length === 0 || meanings.includes(undefined)) return undefined;
	const told = meanings.filter((meaning) => meaning !== 'any');
	return new Set(told).size > 1 ? undefined : { bare, of: told[0] ?? 'any' };
}

function meaningOf(remark: string): RemarkedName['of'] | undefined {
	if (FORMER.test(remark)) return 'former';
	if (CURRENT.test(remark)) return 'current';
	return ANY.test(remark) ? 'any' : undefined;
}
