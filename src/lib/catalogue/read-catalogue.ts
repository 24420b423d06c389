import type { GenericSchema } from 'valibot';
import type {
	Catalogue,
	CrossCheck,
	Indicator,
	Target,
	TargetDocument,
	Template,
	Undertaking
} from './catalogue.ts';
import { faultError } from './catalogue-fault.ts';
import {
	checksSchema,
	documentsSchema,
	indicatorsSchema,
	targetsSchema,
	templateSchema,
	undertakingsSchema
} from './catalogue-schema.ts';
import { findFaults } from './find-faults.ts';
import { parsePart } from './parse-part.ts';

/** The contents of data/catalogue, unchecked: file name, such as `templates/b1.json`, → what it holds. */
export type CatalogueParts = Readonly<Record<string, unknown>>;

/**
 * The catalogue that the parts make. Throws `catalogue.broken` with file, place and reason at the first part out of
 * shape or reference that leads nowhere.
 */
export function readCatalogue(parts: CatalogueParts): Catalogue {
	const fileOf = new Map<object, string>();
	const read = <T extends object>(file: string, schema: GenericSchema<unknown, T[]>): T[] => {
		if (!(file in parts)) throw faultError({ file, place: '–', reason: 'catalogue.no-file' });
		const items = parsePart(file, parts[file], schema);
		for (const item of items) fileOf.set(item, file);
		return items;
	};
	const templates = filesIn(parts, 'templates').map((file) => {
		const template = parsePart<Template>(file, parts[file], templateSchema);
		for (const part of [template, ...template.checks]) fileOf.set(part, file);
		return template;
	});
	const checks = read<CrossCheck>('checks.json', checksSchema);
	const indicators = read<Indicator>('indicators.json', indicatorsSchema);
	const documents = read<TargetDocument>('documents.json', documentsSchema);
	const targets = filesIn(parts, 'targets').flatMap((file) => read<Target>(file, targetsSchema));
	const undertakings = filesIn(parts, 'undertakings').flatMap((file) =>
		read<Undertaking>(file, undertakingsSchema)
	);
	const catalogue = { templates, checks, indicators, documents, targets, undertakings };
	const [fault] = findFaults({ ...catalogue, fileOf });
	if (fault) throw faultError(fault);
	return catalogue;
}

function filesIn(parts: CatalogueParts, folder: string): string[] {
	return Object.keys(parts).filter((file) => file.startsWith(`${folder}/`));
}
