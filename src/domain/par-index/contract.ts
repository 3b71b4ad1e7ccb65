import * as z from 'zod';
import { UnitId } from '../kernel/id.ts';
import { operation } from '../kernel/operation.ts';
import { Decision } from '../organization/unit.ts';
import {
  DescribeUnit,
  FigureSheet,
  FiguresImported,
  FiguresSaved,
  ImportFigures,
  JudgedUnit,
  OpenPeriod,
  SaveFigures,
} from './campaign/figure-record.ts';
import { IndexOverview, Seal } from './campaign/index-overview.ts';
import { Period } from './campaign/period.ts';
import { RankFlow, RankingTable, ResultExplanation, TrendLine, UnitResult } from './campaign/result.ts';
import { IndexKind, ScorecardId, ScorecardLine } from './campaign/scorecard-record.ts';
import { PublishedTableId, PublishedTableLine, TableFinding } from './published/table-record.ts';
import { ScorecardChange } from './scorecard/compare.ts';

/** A scorecard or a table of results; a Vietnamese letter is sent as up to three bytes. */
const Document = z.string().min(1).max(5_000_000);
const TAKES_DOCUMENT = { bodyMegabytes: 16 };
/** Figures of 3,321 units on 150 criteria are about 15 million characters. */
const TAKES_FIGURES = { bodyMegabytes: 64 };
const ofScorecard = z.object({ scorecardId: ScorecardId });
const ofCampaign = z.object({ scorecardId: ScorecardId, period: Period });
const ofUnit = ofCampaign.extend({ unitId: UnitId });
const revision = z.int().min(1);

/** With its document, `minhchung/scorecard@1`, as it was written: `readScorecard` reads it on either side. */
const ScorecardWhole = ScorecardLine.extend({ document: z.string() });
export type ScorecardWhole = z.infer<typeof ScorecardWhole>;

const tagged = (tag: string, summary: string) => ({ tags: [tag], summary });

export const scorecards = {
  /** Newest year first. */
  list: operation('scorecard.read')
    .route({ method: 'GET', path: '/scorecards', ...tagged('scorecards', 'Danh sách bộ chỉ số') })
    .input(z.object({ indexKind: IndexKind.optional() }))
    .output(z.object({ scorecards: z.array(ScorecardLine) })),
  get: operation('scorecard.read')
    .route({ method: 'GET', path: '/scorecards/{scorecardId}', ...tagged('scorecards', 'Một bộ chỉ số') })
    .input(ofScorecard)
    .output(ScorecardWhole),
  /** A draft out of a document; every fault is told with its path in the document, and nothing is stored. */
  import: operation('scorecard.edit', TAKES_DOCUMENT)
    .route({ method: 'POST', path: '/scorecards/import', ...tagged('scorecards', 'Nhập bộ chỉ số') })
    .input(z.strictObject({ indexKind: IndexKind, document: Document, ownerUnitId: UnitId.optional() }))
    .output(ScorecardWhole),
  /** Refused as `conflict` when somebody saved since `revision`. */
  save: operation('scorecard.edit', TAKES_DOCUMENT)
    .route({
      method: 'POST',
      path: '/scorecards/{scorecardId}/save',
      ...tagged('scorecards', 'Lưu bản thảo bộ chỉ số'),
    })
    .input(z.strictObject({ scorecardId: ScorecardId, document: Document, revision }))
    .output(ScorecardWhole),
  /** The next version, as a draft. */
  copy: operation('scorecard.edit')
    .route({
      method: 'POST',
      path: '/scorecards/{scorecardId}/copy',
      ...tagged('scorecards', 'Sao chép thành bản thảo mới'),
    })
    .input(ofScorecard)
    .output(ScorecardWhole),
  /** What changes from `scorecardId` to `otherId`. */
  compare: operation('scorecard.read')
    .route({
      method: 'GET',
      path: '/scorecards/{scorecardId}/compare/{otherId}',
      ...tagged('scorecards', 'So sánh hai bộ chỉ số'),
    })
    .input(z.object({ scorecardId: ScorecardId, otherId: ScorecardId }))
    .output(z.object({ from: ScorecardLine, to: ScorecardLine, changes: z.array(ScorecardChange) })),
  /** From then on it does not change; who wants it otherwise copies it. */
  issue: operation('scorecard.issue')
    .route({
      method: 'POST',
      path: '/scorecards/{scorecardId}/issue',
      ...tagged('scorecards', 'Ban hành bộ chỉ số'),
    })
    .input(z.strictObject({ scorecardId: ScorecardId, revision, decision: Decision }))
    .output(ScorecardWhole),
};

export const figures = {
  /**
   * The judged units that the actor reads, and their figures for the criteria at and below `criterion`, or for all. A page
   * holds `limit` units at most, fewer where they have many figures; the next one begins after the unit `next`.
   */
  list: operation('figure.read')
    .route({ method: 'GET', path: '/figures', ...tagged('figures', 'Số liệu của một kỳ') })
    .input(
      ofCampaign.extend({
        unitId: UnitId.optional(),
        criterion: z.string().min(1).max(100).optional(),
        after: UnitId.optional(),
        limit: z.coerce.number().int().min(1).max(500).default(500),
      }),
    )
    .output(FigureSheet),
  /** Begins a period, or adds units to it. */
  open: operation('figure.edit')
    .route({ method: 'POST', path: '/figures/open', ...tagged('figures', 'Mở kỳ đánh giá, thêm đơn vị') })
    .input(OpenPeriod)
    .output(z.object({ units: z.array(JudgedUnit) })),
  describe: operation('figure.edit')
    .route({
      method: 'POST',
      path: '/figures/describe',
      ...tagged('figures', 'Ghi đặc điểm của đơn vị trong kỳ'),
    })
    .input(DescribeUnit)
    .output(JudgedUnit),
  /** All cells or none. Points, places and bands of the whole block change with them. */
  save: operation('figure.edit', TAKES_DOCUMENT)
    .route({ method: 'POST', path: '/figures/save', ...tagged('figures', 'Ghi số liệu') })
    .input(SaveFigures)
    .output(FiguresSaved),
  import: operation('figure.edit', TAKES_FIGURES)
    .route({ method: 'POST', path: '/figures/import', ...tagged('figures', 'Nhập tệp số liệu') })
    .input(ImportFigures)
    .output(FiguresImported),
  /** What the actor reads, as a `minhchung/figures@1` document that `import` takes back. */
  export: operation('figure.read')
    .route({ method: 'GET', path: '/figures/export', ...tagged('figures', 'Xuất tệp số liệu') })
    .input(ofCampaign)
    .output(z.object({ document: z.string() })),
};

export const results = {
  /** A page of at most 500 rows (100 unless said), those after the unit `after`; `next` is where the following page begins. */
  ranking: operation('result.read')
    .route({ method: 'GET', path: '/results/ranking', ...tagged('results', 'Bảng xếp hạng') })
    .input(
      ofCampaign.extend({
        after: UnitId.optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(RankingTable),
  unit: operation('result.read')
    .route({ method: 'GET', path: '/results/units/{unitId}', ...tagged('results', 'Kết quả một đơn vị') })
    .input(ofUnit)
    .output(UnitResult),
  explain: operation('result.read')
    .route({
      method: 'GET',
      path: '/results/units/{unitId}/criteria/{code}',
      ...tagged('results', 'Vì sao được số điểm này'),
    })
    .input(ofUnit.extend({ code: z.string().min(1).max(100) }))
    .output(ResultExplanation),
  /** The unit's own line of each index, and those of the units that merged into it. */
  trend: operation('result.read')
    .route({
      method: 'GET',
      path: '/results/units/{unitId}/trend',
      ...tagged('results', 'Kết quả qua các kỳ'),
    })
    .input(z.object({ unitId: UnitId, indexKind: IndexKind.optional() }))
    .output(z.object({ unitName: z.string(), lines: z.array(TrendLine) })),
  flow: operation('result.read')
    .route({ method: 'GET', path: '/results/flow', ...tagged('results', 'Thứ hạng qua các kỳ') })
    .input(z.object({ indexKind: IndexKind }))
    .output(RankFlow),
  /** The units that exist today, each with the latest result of every index that the actor may see. */
  overview: operation('result.read')
    .route({ method: 'GET', path: '/results/overview', ...tagged('results', 'Các chỉ số đặt cạnh nhau') })
    .output(IndexOverview),
  /** Freezes results with their inputs; everyone sees them from then on, signed in or not. */
  publish: operation('result.publish')
    .route({ method: 'POST', path: '/results/publish', ...tagged('results', 'Công bố kết quả') })
    .input(ofCampaign.extend({ decision: Decision }).strict())
    .output(z.object({ publishedAt: z.string(), units: z.int(), hash: z.string() })),
  /** Under which decision results were published, and the hash that stands for them; refused before publication. */
  seal: operation('result.read')
    .route({ method: 'GET', path: '/results/seal', ...tagged('results', 'Dấu niêm phong của kết quả') })
    .input(ofCampaign)
    .output(Seal),
  /** Computes a published result once more from its frozen inputs. */
  verify: operation('result.read')
    .route({ method: 'GET', path: '/results/verify', ...tagged('results', 'Tính lại kết quả đã công bố') })
    .input(ofCampaign)
    .output(z.object({ same: z.boolean(), frozen: z.string(), recomputed: z.string() })),
};

const ofTable = z.object({ tableId: PublishedTableId });

export const publishedTables = {
  list: operation('result.read')
    .route({
      method: 'GET',
      path: '/published-tables',
      ...tagged('published-tables', 'Bảng kết quả đã công bố ở nơi khác'),
    })
    .output(z.object({ tables: z.array(PublishedTableLine) })),
  /** With its document, `minhchung/published@1`. */
  get: operation('result.read')
    .route({
      method: 'GET',
      path: '/published-tables/{tableId}',
      ...tagged('published-tables', 'Một bảng kết quả'),
    })
    .input(ofTable)
    .output(PublishedTableLine.extend({ document: z.string() })),
  /** With `dryRun` it is read and checked and nothing is stored: `table` is then null. */
  import: operation('scorecard.edit', TAKES_DOCUMENT)
    .route({
      method: 'POST',
      path: '/published-tables/import',
      ...tagged('published-tables', 'Nhập bảng kết quả'),
    })
    .input(z.strictObject({ document: Document, dryRun: z.boolean().default(false) }))
    .output(z.object({ table: PublishedTableLine.nullable(), findings: z.array(TableFinding) })),
  /** Figures that disagree, each with what would make them agree. */
  check: operation('result.read')
    .route({
      method: 'GET',
      path: '/published-tables/{tableId}/check',
      ...tagged('published-tables', 'Kiểm tra tính thống nhất'),
    })
    .input(ofTable)
    .output(
      z.object({
        findings: z.array(TableFinding),
        judged: z.array(z.object({ kind: z.string(), count: z.int() })),
      }),
    ),
};
