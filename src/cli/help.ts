import type { Language } from '../text/language.ts';

const HELP: Record<Language, string> = {
  vi: `Minh Chứng: chỉ số cải cách hành chính đứng trên bằng chứng.

  minhchung score BỘ_CHỈ_SỐ.json SỐ_LIỆU.json   chấm điểm, xếp hạng
            [--unit MÃ]                          một đơn vị, từng tiêu chí với lý do
  minhchung check CÔNG_BỐ.json                   soát mâu thuẫn trong kết quả đã công bố
  minhchung due --received 2025-01-23T15:30 --limit 5d
                                                 ngày hẹn trả, giải thích từng ngày

Mọi lệnh nhận --json (cho chương trình khác) và --lang en.
`,
  en: `Minh Chứng: the administrative-reform index, standing on evidence.

  minhchung score SCORECARD.json FIGURES.json   points and ranks
            [--unit CODE]                        one unit, criterion by criterion with reasons
  minhchung check PUBLISHED.json                 contradictions in published results
  minhchung due --received 2025-01-23T15:30 --limit 5d
                                                 the due time, explained day by day

Every command takes --json (for other programs) and --lang en.
`,
};

export function help(language: Language): string {
  return HELP[language];
}
