import { AppError } from '#lib/base/app-error.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';

/** One mistake in data/catalogue: where it stands and which message says why. */
export interface CatalogueFault {
	/** The file, seen from data/catalogue: `targets/21-nq-tw.json`. */
	file: string;
	/** The way to the mistake inside the file: `plan-women › denominator[0]`. */
	place: string;
	reason: MessageKey;
	params?: Record<string, string>;
}

/** A mistake inside one part of the catalogue, whose file the part itself tells. */
export type PartFault = Omit<CatalogueFault, 'file'>;

/** The fault as the error `catalogue.broken`: file and place, and the reason in both languages. */
export function faultError({ file, place, reason, params }: CatalogueFault): AppError {
	return new AppError('catalogue.broken', {
		file,
		place,
		reason,
		reasonVi: say('vi', reason, params),
		reasonEn: say('en', reason, params)
	});
}
