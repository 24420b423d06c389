/** The two languages of the product; Vietnamese comes first everywhere. */
export type Language = 'vi' | 'en';

/** One text in both languages. */
export interface Words {
	vi: string;
	en: string;
}
