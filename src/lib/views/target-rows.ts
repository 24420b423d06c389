import { foldMarks } from '#lib/base/fold.ts';
import { say } from '#lib/base/messages.ts';
import type { Indicator, Target, Undertaking } from '#lib/catalogue/catalogue.ts';
import { documentOf, indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';
import { standingLook } from './ledger-look.ts';
import { sectionLine, sectionWords } from './section-words.ts';
import { thresholdWords } from './overview-target.ts';
import { dayWords } from './sentence-date.ts';
import { shortfallSentence } from './sentence-shortfall.ts';
import { documentLabel, targetYears } from './sentence-target.ts';
import { statusLook } from './status-look.ts';
import { ownershipOf, productPart } from './target-own.ts';
import { pictureOf, sightOf } from './target-picture.ts';
import { type RowGround, type RowKind, type TargetRow } from './target-row.ts';
import { sheetWords } from './target-sheets.ts';
import { targetTerms } from './target-terms.ts';
import { dueWords, undertakingAt, undertakingLook } from './undertaking-look.ts';

/** A row for each target, milestone and duty of the catalogue, document by document; tasks are the ledger's. */
export function targetRows(ground: RowGround): TargetRow[] {
	const { documents, targets, undertakings } = ground.catalogue;
	return documents.flatMap(({ id }) => [
		...targets.filter(({ document }) => document === id).map((target) => figureRow(target, ground)),
		...undertakings
			.filter(({ document, kind }) => document === id && kind !== 'task')
			.map((undertaking) => undertakingRow(undertaking, ground))
	]);
}

function figureRow(target: Target, ground: RowGround): TargetRow {
	const { facts, catalogue, language } = ground;
	const indicator = indicatorOf(catalogue, target.indicator);
	const sight = facts && sightOf(facts, target, ground);
	const status = statusLook(
		sight?.assessment.status ?? (facts ? 'not-applicable' : 'no-data'),
		language
	);
	const picture = sight ? pictureOf(sight, ground) : { kind: 'none' as const };
	const isEmpty = status.status === 'no-data' || sight?.standing.value === undefined;
	return {
		...frameOf(target, target.kind, ground),
		name: (target.name ?? indicator?.name)?.[language] ?? target.id,
		words: indicator
			? thresholdWords(sight?.assessment ?? { target }, { indicator, language })
			: '',
		years: targetYears(target, language),
		state: status.status,
		status,
		remark: sight && indicator && shortfallSentence(sight.assessment, { indicator, language }),
		picture,
		lacking: isEmpty && indicator ? lackingWords(indicator, ground) : undefined,
		indicator: target.indicator,
		productWords: productWords(target, ground)
	};
}

/** Of what has no day and no report yet. */
const OPEN = { state: 'open' } as const;

function undertakingRow(undertaking: Undertaking, ground: RowGround): TargetRow {
	const { progress, language } = ground;
	const standing = undertakingAt(undertaking, progress, ground);
	const look = undertakingLook(standing ?? OPEN, language);
	const day = standing?.said.day;
	const said = standing?.said;
	const isEmpty = standing === undefined || standing.facts.length === 0;
	return {
		...frameOf(undertaking, undertaking.kind === 'duty' ? 'duty' : 'milestone', ground),
		name: undertaking.name[language],
		words: dueWords(undertaking, { standing, language }),
		years: '',
		state: (standing ?? OPEN).state,
		status: look,
		remark: (standing && standingLook(standing, language).days) || undefined,
		picture: isEmpty
			? { kind: 'none' }
			: {
					kind: 'done',
					look,
					text: day
						? dayWords(day, language)
						: said?.done !== undefined && said.plan !== undefined
							? `${said.done}/${said.plan}`
							: ''
				},
		lacking: isEmpty
			? say(language, 'targets.lacking', {
					sheets: say(language, 'targets.sheet-progress', { code: undertaking.id })
				})
			: undefined,
		productWords: productWords(undertaking, ground)
	};
}

function frameOf(
	part: Target | Undertaking,
	kind: RowKind,
	ground: RowGround
): Pick<
	TargetRow,
	| 'id'
	| 'kind'
	| 'kindWords'
	| 'document'
	| 'documentLabel'
	| 'source'
	| 'responsible'
	| 'owner'
	| 'searched'
> {
	const { catalogue, language } = ground;
	const document = documentOf(catalogue, part.document);
	const kindWords = say(language, `targets.kind-${kind}`);
	const section = sectionLine(sectionWords(part.section, language), language);
	const source = `${document?.number ?? part.document}, ${section}`;
	const indicator = 'indicator' in part ? indicatorOf(catalogue, part.indicator) : undefined;
	const names = [part.name, indicator?.name].flatMap((name) => (name ? [name.vi, name.en] : []));
	const { quote, responsible = '', id } = part;
	return {
		id,
		kind,
		kindWords,
		document: part.document,
		documentLabel: document ? documentLabel(document, language) : part.document,
		source,
		...(responsible && { responsible }),
		owner: ownershipOf(part, ground),
		searched: foldMarks([id, ...names, source, quote, responsible, kindWords].join(' '))
	};
}

function lackingWords(indicator: Indicator, { catalogue, language }: RowGround): string {
	const sheets = sheetWords(catalogue, indicator, language).join('; ');
	return say(language, 'targets.lacking', { sheets });
}

/** What the document says, where the organisation has set something else in its place. */
function productWords(part: Target | Undertaking, ground: RowGround): string | undefined {
	if (ownershipOf(part, ground) !== 'changed') return undefined;
	const { product, language } = ground;
	const original = productPart(part.id, product);
	if (!original) return undefined;
	if (!('indicator' in original)) return dueWords(original, { language });
	const indicator = indicatorOf(product, original.indicator);
	return indicator && targetTerms(original, { indicator, language });
}
