import { say } from '#lib/base/messages.ts';
import type { Undertaking } from '#lib/catalogue/catalogue.ts';
import { documentOf, indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { RowGround } from './target-row.ts';
import { sheetWords } from './target-sheets.ts';

/** One line of what is told of a row when it is opened. */
export interface DetailLine {
	term: string;
	text: string;
	/** True for the words of a document, which are Vietnamese in both languages. */
	isVietnamese?: boolean;
}

/** What is told of a row when it is opened: the document's own words first, then what they leave open. */
export interface TargetDetail {
	quote: string;
	lines: DetailLine[];
	/** Says so where the text only implies the value or the date. */
	inferred?: string;
}

/** The detail of a target, milestone or duty; `unitName` tells the name of its scope. */
export function targetDetail(
	id: string,
	ground: Pick<RowGround, 'catalogue' | 'language'>,
	unitName: (code: string) => string
): TargetDetail | undefined {
	const { catalogue, language } = ground;
	const target = catalogue.targets.find((part) => part.id === id);
	const undertaking = catalogue.undertakings.find((part) => part.id === id);
	const part = target ?? undertaking;
	if (!part) return undefined;
	const document = documentOf(catalogue, part.document);
	const indicators = [target?.indicator, ...(target?.also ?? [])]
		.map((each) => (each ? indicatorOf(catalogue, each) : undefined))
		.filter((each) => each !== undefined);
	const sheets = undertaking
		? [say(language, 'targets.sheet-progress', { code: id })]
		: indicators.flatMap((indicator) => sheetWords(catalogue, indicator, language));
	const line = (
		key: 'document' | 'scope' | 'period' | 'indicator' | 'sheets' | 'responsible' | 'note' | 'id',
		text: string | undefined,
		isVietnamese = false
	): DetailLine[] =>
		text
			? [
					{
						term: say(language, `targets.detail-${key}`),
						text,
						...(isVietnamese && { isVietnamese })
					}
				]
			: [];
	return {
		quote: part.quote,
		lines: [
			...line('document', document?.name[language]),
			...line('scope', target?.unit ? unitName(target.unit) : say(language, 'targets.scope-all')),
			...line('period', target?.period && say(language, `targets.period-${target.period}`)),
			...line('indicator', indicators.map(({ name }) => name[language]).join('; ')),
			...line('sheets', sheets.join('; ')),
			...line('responsible', bodiesOf(part, undertaking), true),
			...line('note', part.note?.[language]),
			...line('id', id)
		],
		...(part.inferred && { inferred: say(language, 'definition.inferred') })
	};
}

function bodiesOf(
	{ responsible }: { responsible?: string },
	undertaking: Undertaking | undefined
): string | undefined {
	const { lead, coordinating } = undertaking ?? {};
	const bodies = [responsible, lead, coordinating].filter((body) => body !== undefined);
	return [...new Set(bodies)].join('; ') || undefined;
}
