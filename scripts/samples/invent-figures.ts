import { diceFor, portion } from './dice.ts';

/** Figures by column code of one unit for one quarter; a code that is absent has nothing to count ("x"). */
export type Figures = Record<string, number>;

/** What is invented about one unit: how large it is and how well it does. */
interface Nature {
	code: string;
	isBloc: boolean;
	isCommune: boolean;
	organisations: number;
	members: number;
	/** −1 … 1: how the unit does beside the city as a whole. */
	merit: number;
}

/** The quarter, counted from the first one of the sample. */
export interface Moment {
	year: number;
	quarter: number;
	/** 0 at the start of the sample, 1 at its end. */
	progress: number;
}

/** What the unit of this code and kind is like; the same at every call. */
export function natureOf(code: string, kind: string): Nature {
	const dice = diceFor(code);
	const isBloc = kind === 'Khối cơ quan';
	const organisations = isBloc ? 26 + Math.floor(dice() * 22) : 8 + Math.floor(dice() * 9);
	return {
		code,
		isBloc,
		isCommune: kind === 'Xã',
		organisations,
		members: organisations * (38 + Math.floor(dice() * 16)),
		merit: dice() + dice() - 1
	};
}

/** All figures of a unit for a quarter, by full column code; every cross-check of the templates holds among them. */
export function inventFigures(nature: Nature, moment: Moment): Figures {
	const organisations = inventOrganisations(nature, moment);
	return {
		...organisations,
		...inventMembers(nature, moment),
		...(nature.isBloc ? {} : inventHamlets(nature, moment)),
		...inventCommittees(nature, moment),
		...inventPlans(nature, moment),
		...inventCadres(nature, moment),
		...inventWorkingStyle(nature, moment, organisations)
	};
}

function inventOrganisations(
	{ code, organisations, merit }: Nature,
	{ year, progress }: Moment
): Figures {
	const dice = diceFor(`${code} ratings ${year}`);
	const committees = Math.round(organisations * 0.36);
	const unrated = dice() < 0.25 ? 1 : 0;
	const rated = organisations - unrated;
	const good = portion(rated, 0.905 + 0.035 * progress + 0.035 * merit, dice);
	const excellent = Math.min(good, Math.floor(good * (0.12 + 0.06 * dice())));
	const failed = rated > good && dice() < 0.12 ? 1 : 0;
	return {
		'b1.tccsd': organisations,
		'b1.dbcs': committees,
		'b1.cbcs': organisations - committees,
		'b1.cbtt': committees * 9 + Math.floor(diceFor(`${code} cells`)() * 12),
		'b1.xl': rated,
		'b1.xs': excellent,
		'b1.tot': good - excellent,
		'b1.ht': rated - good - failed,
		'b1.kht': failed,
		'b1.chua_xl': unrated
	};
}

const ADMITTED_BY_QUARTER = [0, 0.1, 0.35, 0.6, 1];

function inventMembers({ code, members, merit }: Nature, { year, quarter }: Moment): Figures {
	const rate = (of: number): number =>
		0.031 + 0.006 * merit + 0.006 * (diceFor(`${code} rate ${of}`)() - 0.5);
	let opening = members;
	for (let past = 2022; past < year; past++)
		opening += movementOf(code, opening, rate(past), 4, past).net;
	const now = movementOf(code, opening, rate(year), quarter, year);
	const before = movementOf(code, opening, rate(year), quarter - 1, year);
	const closing = opening + now.net;
	const dice = diceFor(`${code} members ${year}`);
	const exempt = Math.round(closing * (0.03 + 0.03 * dice()));
	const rated = closing - exempt;
	const good = portion(rated, 0.93 + 0.02 * merit, dice);
	const excellent = Math.floor(good * 0.16);
	const failed = portion(rated - good, 0.06, dice);
	return {
		'b2.dv_dau': opening,
		'b2.kn_lk': now.admitted,
		'b2.kn': now.admitted - before.admitted,
		...now.moves,
		'b2.dv_cuoi': closing,
		'b2.dv_nu': Math.round(closing * (0.38 + 0.06 * merit)),
		'b2.kn_ct': Math.max(1, Math.round(opening * 0.031)),
		'b2.dv_xl': rated,
		'b2.dv_xs': excellent,
		'b2.dv_tot': good - excellent,
		'b2.dv_ht': rated - good - failed,
		'b2.dv_kht': failed,
		'b2.dv_mien': exempt
	};
}

function movementOf(code: string, opening: number, rate: number, quarter: number, year: number) {
	const dice = diceFor(`${code} moves ${year}`);
	const upTo = (yearly: number): number => Math.floor((yearly * quarter) / 4 + 0.4);
	const admitted = Math.round(opening * rate * (ADMITTED_BY_QUARTER[quarter] ?? 0));
	const moves = {
		'b2.chuyen_den': upTo(opening * 0.02 * (0.6 + dice())),
		'b2.phuc_hoi': dice() < 0.04 && quarter === 4 ? 1 : 0,
		'b2.tu_tran': upTo(opening * 0.007),
		'b2.khai_tru': dice() < 0.2 ? upTo(1) : 0,
		'b2.xoa_ten': upTo(opening * 0.001),
		'b2.xin_ra': upTo(opening * 0.0004),
		'b2.chuyen_di': upTo(opening * 0.021 * (0.6 + dice()))
	};
	const [arrived, restored, ...left] = Object.values(moves);
	const net =
		admitted + (arrived ?? 0) + (restored ?? 0) - left.reduce((sum, count) => sum + count, 0);
	return { admitted, moves, net };
}

function inventHamlets({ code, isCommune, members, merit }: Nature, { progress }: Moment): Figures {
	const dice = diceFor(`${code} hamlets`);
	const hamlets = isCommune ? 9 + Math.floor(dice() * 8) : 0;
	const blocks = isCommune ? 0 : Math.max(12, Math.round(members / 18));
	const places = hamlets + blocks;
	const cells = isCommune ? hamlets : portion(blocks, 0.82 + 0.08 * progress, dice);
	const heads = portion(places, 0.8 + 0.1 * progress + 0.08 * merit, dice);
	const front = portion(cells, 0.82 + 0.06 * progress, dice);
	return {
		'b3.thon': hamlets,
		'b3.thon_dv': hamlets,
		'b3.thon_cb': hamlets,
		'b3.tdp': blocks,
		'b3.tdp_dv': blocks,
		'b3.tdp_cb': isCommune ? 0 : cells,
		'b3.tt': places,
		'b3.tt_dv': heads,
		'b3.tbmt': cells,
		'b3.tbmt_dv': front,
		'b3.cb_kdc': cells,
		'b3.bt_kiem_tt': Math.floor(cells * (0.3 + 0.1 * progress)),
		'b3.bt_kiem_mt': Math.floor(cells * 0.22),
		'b3.xa': 1,
		'b3.xa_cbqs': progress > 0.3 || merit > -0.3 ? 1 : 0
	};
}

function inventCommittees(
	{ code, organisations, isBloc, merit }: Nature,
	{ quarter, progress }: Moment
): Figures {
	const dice = diceFor(`${code} committees`);
	const seats = organisations * 5 + Math.floor(dice() * 12);
	const lacking = Math.max(0, Math.round(seats * (0.058 - 0.047 * progress - 0.02 * merit)));
	const high = Math.floor((seats - lacking) * (isBloc ? 0.6 : 0.25));
	const leaders = Math.round(seats * 0.22);
	const cellSeats = seats + 40 + Math.floor(dice() * 30);
	const trained = (whole: number, share: number): number =>
		Math.floor((whole * share * quarter) / 4);
	const wards = isBloc ? 0 : 1;
	return {
		'b4.cuv': seats,
		'b4.nu': Math.round(seats * (0.31 + 0.05 * progress + 0.05 * merit)),
		'b4.duoi40': Math.round(seats * 0.2),
		'b4.llct_cc': high,
		'b4.llct_tc': seats - lacking - high,
		'b4.llct_sc': lacking - Math.floor(lacking / 5),
		'b4.llct_chua': Math.floor(lacking / 5),
		'b4.btpbt': leaders,
		'b4.btpbt_tc': leaders - Math.min(leaders, Math.floor(lacking / 4)),
		'b4.cuv_bd': trained(seats, 0.97 + 0.03 * Math.max(0, merit)),
		'b4.cutt': cellSeats,
		'b4.cutt_bd': trained(cellSeats, 0.95 + 0.05 * Math.max(0, merit)),
		'b4.so_lop': Math.floor(quarter / 2),
		'b4.btv': 1,
		'b4.btv_co_nu': merit + progress > -0.35 ? 1 : 0,
		'b4.dvhc': wards,
		'b4.dvhc_du_dk': merit > -0.4 ? wards : 0,
		'b4.bt_kiem_ubnd': merit > -0.1 ? wards : 0,
		'b4.bt_kiem_hdnd': wards,
		'b4.cq_co_tcd': organisations,
		'b4.bt_kiem_thu_truong': Math.floor(organisations * 0.86)
	};
}

function inventPlans({ code, organisations, merit }: Nature, { year, progress }: Moment): Figures {
	const dice = diceFor(`${code} plans ${year}`);
	const planned = organisations * 6 + Math.floor(dice() * 20);
	const done = organisations - (dice() < 0.08 ? 1 : 0);
	return {
		'b5.dv_phai': organisations,
		'b5.dv_xong': done,
		'b5.dv_rs': Math.max(0, done - (dice() < 0.2 ? 1 : 0)),
		'b5.qh_tong': planned,
		'b5.qh_luot': Math.round(planned * 1.17),
		'b5.qh_nu': Math.round(planned * (0.225 + 0.045 * progress + 0.06 * merit)),
		'b5.qh_tre': Math.round(planned * (0.125 + 0.024 * progress + 0.045 * merit))
	};
}

function inventCadres(
	{ code, organisations, isBloc, isCommune, merit }: Nature,
	{ year, quarter, progress }: Moment
): Figures {
	const dice = diceFor(`${code} cadres ${year}`);
	const planned = 2 + Math.floor(dice() * 5);
	const appointed = 3 + Math.floor(dice() * 8);
	const cadres = organisations * (isBloc ? 6 : 3);
	const agencies = Math.max(4, Math.round(organisations / 2));
	const upTo = (yearly: number): number => Math.floor((yearly * quarter) / 4);
	return {
		'b6.lc_kh': planned,
		'b6.lc_th': upTo(planned - (merit < -0.3 ? 1 : 0)),
		'b6.bn_uc': upTo(appointed),
		'b6.bn_uc_bd': Math.max(0, upTo(appointed) - (merit < -0.45 ? 1 : 0)),
		'b6.cb_cd': cadres,
		'b6.cb_cd_dat': cadres - Math.max(0, Math.round((1 - progress) * 2 - merit)),
		'b6.ldql': cadres,
		'b6.ldql_nu': Math.round(cadres * (0.33 + 0.05 * merit)),
		'b6.cq': agencies,
		'b6.cq_nu': Math.round(agencies * (0.52 + 0.06 * progress + 0.06 * merit)),
		...(code === 'MH-901' && {
			'b6.dbqh': 8,
			'b6.dbqh_nu': 3,
			'b6.hdnd_tp': 52,
			'b6.hdnd_tp_nu': 16
		}),
		...(isCommune && { 'b6.hdnd_x': 25, 'b6.hdnd_x_nu': 6 + Math.round(2 * Math.max(0, merit)) })
	};
}

function inventWorkingStyle(
	{ code, members, merit }: Nature,
	{ year, quarter, progress }: Moment,
	organisations: Figures
): Figures {
	const dice = diceFor(`${code} cells ${year}`);
	const direct = organisations['b1.cbtt'] ?? 0;
	const all = (organisations['b1.tccsd'] ?? 0) + direct;
	const cells = (organisations['b1.cbcs'] ?? 0) + direct;
	const withCommittee = Math.round(cells * 0.72);
	const short = Math.max(0, Math.round((1 - progress) * 2 - merit));
	const upTo = (yearly: number): number => Math.floor((yearly * quarter) / 4);
	const cases = dice() < 0.5 ? 1 + Math.floor(dice() * 4) : 0;
	return {
		'b7.tcd': all,
		'b7.tcd_qc': all - Math.min(short, 2),
		'b7.tcd_qc_rs': upTo(all - short),
		'b7.cb': cells,
		'b7.cb_sh': cells - Math.min(short, 2),
		'b7.cb_cu': withCommittee,
		'b7.cb_cu_sh': withCommittee - Math.min(short, 1),
		'b7.cb_4cd': quarter === 4 ? cells - short * 2 : upTo(cells * 0.5),
		'b7.cb_hcm': quarter === 4 ? cells - Math.min(short, 1) : upTo(cells * 0.9),
		'b7.hoc_phai': upTo(members),
		'b7.hoc_da': Math.floor(upTo(members) * (0.985 + 0.012 * progress)),
		'b7.cn_phai': members,
		'b7.cn_da': Math.floor(upTo(members) * (0.955 + 0.025 * progress)),
		'b7.vv_tcd': 0,
		'b7.vv_tcd_xl': 0,
		'b7.vv_dv': upTo(cases),
		'b7.vv_dv_xl': Math.max(0, upTo(cases) - (merit < -0.5 ? 1 : 0))
	};
}
