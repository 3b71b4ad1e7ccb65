import type { Language } from '../text/language.ts';

const HELP: Record<Language, string> = {
  vi: `Minh Chứng: chỉ số cải cách hành chính đứng trên bằng chứng.

  minhchung score BỘ_CHỈ_SỐ.json SỐ_LIỆU.json   chấm điểm, xếp hạng
            [--unit MÃ]                          một đơn vị, từng tiêu chí với lý do
  minhchung check CÔNG_BỐ.json                   soát mâu thuẫn trong kết quả đã công bố
  minhchung due --received 2025-01-23T15:30 --limit 5d
                                                 ngày hẹn trả, giải thích từng ngày

  minhchung serve [--role web|worker|all]        chạy hệ thống (npm start)
  minhchung init --code MÃ --name TÊN --admin-name HỌ_TÊN --admin-email THƯ
                                                 lập đơn vị sở hữu dữ liệu và liên kết cho người quản trị
  minhchung demo                                 nạp dữ liệu minh họa
  minhchung migrate [--backed-up] [--resume]     nâng cấp cơ sở dữ liệu
  minhchung verify [--seal MÃ_NIÊM_PHONG]        kiểm tra nhật ký còn nguyên vẹn
  minhchung backup TỆP.tar.gz                    sao lưu cơ sở dữ liệu và minh chứng
  minhchung restore TỆP.tar.gz                   khôi phục vào nơi còn trống

score, check, due và verify nhận --json (cho chương trình khác); mọi lệnh nhận --lang en.
`,
  en: `Minh Chứng: the administrative-reform index, standing on evidence.

  minhchung score SCORECARD.json FIGURES.json   points and ranks
            [--unit CODE]                        one unit, criterion by criterion with reasons
  minhchung check PUBLISHED.json                 contradictions in published results
  minhchung due --received 2025-01-23T15:30 --limit 5d
                                                 the due time, explained day by day

  minhchung serve [--role web|worker|all]        run the product (npm start)
  minhchung init --code CODE --name NAME --admin-name NAME --admin-email EMAIL
                                                 found a tenant, with a link for its administrator
  minhchung demo                                 load the demonstration
  minhchung migrate [--backed-up] [--resume]     upgrade the database
  minhchung verify [--seal HASH]                 whether the journal is whole
  minhchung backup FILE.tar.gz                   copy database and evidence
  minhchung restore FILE.tar.gz                  read a copy back into an empty place

score, check, due and verify take --json (for other programs); every command takes --lang en.
`,
};

export function help(language: Language): string {
  return HELP[language];
}
