import { type Detail, sentences } from '../sentences.ts';

/** What stands in an operator's way, and what to do about it. */
export const operations = sentences({
  no_database_user: () =>
    'PostgreSQL không chạy bằng tài khoản root và không tạo được tài khoản hệ thống minhchung. Hãy tạo: useradd --system minhchung',
  no_embedded_database: ({ system, machine }: Detail) =>
    `Không có PostgreSQL đi kèm cho máy này (${system}, ${machine}). Hãy cài lại (npm ci) hoặc đặt DATABASE_URL tới một PostgreSQL từ bản 15.`,
  folder_not_own: ({ folder }: Detail) =>
    `Thư mục ${folder} thuộc tài khoản khác; không dùng để chạy cơ sở dữ liệu.`,
  disk_full: ({ folder }: Detail) =>
    `Ổ đĩa đã đầy, không ghi được vào ${folder}. Hãy giải phóng dung lượng rồi chạy lại.`,
  database_of_other_version: ({ folder }: Detail) =>
    `Dữ liệu ở ${folder} do một phiên bản PostgreSQL khác tạo ra. Hãy chạy bản phần mềm cũ, sao lưu (minhchung backup), rồi khôi phục bằng bản mới (minhchung restore).`,
  database_did_not_start: ({ log }: Detail) =>
    `PostgreSQL đi kèm không khởi động được. Xem lý do trong ${log}.`,
  database_unreachable: ({ message }: Detail) => `Không kết nối được cơ sở dữ liệu: ${message}`,
  role_not_made: ({ message }: Detail) =>
    `Không tạo được vai trò minhchung_app (${message}). Hãy tạo trước bằng quản trị cơ sở dữ liệu và đặt APP_DATABASE_URL.`,
  database_too_old: ({ version, oldest }: Detail) =>
    `PostgreSQL ở DATABASE_URL là bản ${version}; cần từ bản ${oldest}. Hãy nâng cấp máy chủ cơ sở dữ liệu.`,
  role_of_other_database: ({ database }: Detail) =>
    `Vai trò minhchung_app đang được cơ sở dữ liệu ${database} trên cùng máy chủ dùng với mật khẩu khác, nên không đổi. Hãy dùng một máy chủ PostgreSQL riêng, hoặc đặt APP_DATABASE_URL với mật khẩu mà vai trò đang có.`,
  app_role_password: () =>
    'Vai trò minhchung_app không đăng nhập được: mật khẩu suy từ SECRET (hoặc ghi trong APP_DATABASE_URL) không khớp. Nếu SECRET vừa đổi, hãy chạy: minhchung migrate. Nếu vai trò do quản trị cơ sở dữ liệu tạo, hãy sửa APP_DATABASE_URL.',
  app_role_sees_all: () =>
    'Vai trò trong APP_DATABASE_URL là siêu người dùng hoặc có BYPASSRLS, nên bỏ qua phân quyền theo dòng. Hãy dùng vai trò minhchung_app không có các quyền đó.',
  migration_interrupted: ({ file }: Detail) =>
    `Lần nâng cấp cơ sở dữ liệu trước bị ngắt giữa chừng ở ${file}. Mỗi tệp nằm trọn trong một giao dịch nên dữ liệu còn nguyên như trước tệp này. Hãy sao lưu, rồi chạy: minhchung migrate --resume`,
  migration_changed: ({ file }: Detail) =>
    `Tệp ${file} đã chạy trên cơ sở dữ liệu này nhưng nội dung nay đã khác. Hãy dùng đúng bản phần mềm.`,
  migration_failed: ({ file, message }: Detail) => `Không chạy được ${file}: ${message}`,
  database_is_newer: ({ file }: Detail) =>
    `Cơ sở dữ liệu đã lên bản mới hơn phần mềm này (${file}). Hãy dùng bản phần mềm mới hơn.`,
  migrations_pending: ({ pending }: Detail) =>
    `Cơ sở dữ liệu còn ${pending} bước nâng cấp chưa chạy. Hãy sao lưu (minhchung backup), rồi chạy: minhchung migrate --backed-up`,
  already_running: ({ address }: Detail) =>
    `Minh Chứng đang chạy từ thư mục này, tại ${address}. Không cần chạy lần nữa.`,
  port_taken: ({ port }: Detail) =>
    `Cổng ${port} đang có chương trình khác dùng. Hãy chọn cổng khác: PORT=3001 npm start`,
  port_not_allowed: ({ port }: Detail) =>
    `Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên, ví dụ: PORT=3000 npm start`,
  started: ({ address }: Detail) => `Minh Chứng đang chạy tại ${address}`,
  started_worker: () => 'Tiến trình xử lý việc nền của Minh Chứng đang chạy.',
  how_to_stop: () => 'Nhấn Ctrl+C để dừng.',
  stopping: () => 'Đang dừng…',
  migrated: ({ count }: Detail) => `Đã chạy ${count} bước nâng cấp cơ sở dữ liệu.`,
  up_to_date: () => 'Cơ sở dữ liệu đã ở bản mới nhất.',
  demo_accounts: ({ password }: Detail) =>
    `Dữ liệu minh họa: tỉnh Trường Giang (không có thật). Đăng nhập với một trong các tài khoản sau, mật khẩu chung: ${password}`,
  demo_ready: () => 'Dữ liệu minh họa đã sẵn sàng.',
  tenant_exists: ({ code }: Detail) => `Đã có đơn vị mang mã ${code}; không khởi tạo lần nữa.`,
  founded: ({ name }: Detail) => `Đã khởi tạo ${name}.`,
  administrator_link: ({ link }: Detail) =>
    `Liên kết dùng một lần để người quản trị đặt mật khẩu trong bảy ngày:\n  ${link}`,
  option_needed: ({ options }: Detail) => `Cần đủ các tùy chọn: ${options}`,
  not_an_email: ({ written }: Detail) => `Không phải địa chỉ thư điện tử: ${written}`,
  no_tenant_yet: () => 'Chưa có đơn vị nào; hãy chạy: minhchung init',
  seal_hash_form: () => 'Mã niêm phong gồm 64 ký tự 0–9, a–f.',
  verified: ({ name, seals, entries, unsealed }: Detail) =>
    `${name}: ${seals} niêm phong, ${entries} dòng nhật ký nguyên vẹn; ${unsealed} dòng mới chưa niêm phong.`,
  verified_hash: () => 'Niêm phong được hỏi có trong chuỗi và khớp.',
  not_whole: ({ name, count }: Detail) => `${name}: nhật ký KHÔNG nguyên vẹn, ${count} chỗ sai:`,
  entry_missing: ({ sealNo, entryNo }: Detail) => `dòng ${entryNo} đã bị xóa (thuộc niêm phong ${sealNo})`,
  entry_altered: ({ sealNo, entryNo }: Detail) => `dòng ${entryNo} đã bị sửa (thuộc niêm phong ${sealNo})`,
  entry_added: ({ sealNo, entryNo }: Detail) => `dòng ${entryNo} bị chèn thêm vào niêm phong ${sealNo}`,
  seal_altered: ({ sealNo }: Detail) => `niêm phong ${sealNo} đã bị sửa hoặc không nối vào niêm phong trước`,
  seal_missing: ({ sealNo }: Detail) => `niêm phong ${sealNo} đã bị xóa`,
  seal_differs_outside: ({ sealNo }: Detail) => `niêm phong ${sealNo} khác với bản lưu ngoài cơ sở dữ liệu`,
  seal_unknown: () =>
    'niêm phong được hỏi không có trong chuỗi: nhật ký đã bị thay bằng bản khác, hoặc mã chép sai',
  backed_up: ({ file, rows, files }: Detail) => `Đã sao lưu ${rows} dòng dữ liệu và ${files} tệp vào ${file}`,
  backup_missing: ({ count, first }: Detail) =>
    `CẢNH BÁO: kho thiếu nội dung của ${count} tệp mà dữ liệu nhắc tới, tệp đầu tiên có mã băm ${first}.`,
  backup_keep_secret: () =>
    'Hãy giữ SECRET (hoặc tệp var/secret) cùng bản sao lưu: thiếu nó, người dùng phải đăng ký lại mã xác thực hai lớp.',
  restored: ({ rows, files }: Detail) => `Đã khôi phục ${rows} dòng dữ liệu và ${files} tệp.`,
  file_needed: ({ command }: Detail) => `Cần tên tệp: ${command} TỆP.tar.gz`,
  file_exists: ({ file }: Detail) => `Đã có tệp ${file}; không ghi đè.`,
  file_not_there: ({ file }: Detail) => `Không đọc được tệp ${file}.`,
  restore_not_empty: () => 'Cơ sở dữ liệu đã có dữ liệu; chỉ khôi phục vào nơi còn trống.',
  backup_of_other_kind: () => 'Tệp này không phải bản sao lưu của Minh Chứng.',
  backup_of_other_version: ({ file }: Detail) =>
    `Bản sao lưu do một bản phần mềm khác tạo ra (${file}). Hãy khôi phục bằng bản phần mềm đó hoặc mới hơn.`,
  backup_damaged: ({ entry }: Detail) =>
    `Bản sao lưu bị hỏng hoặc thiếu ở ${entry}; không có gì được khôi phục.`,
  database_url: () =>
    'DATABASE_URL và APP_DATABASE_URL có dạng postgres://người_dùng:mật_khẩu@máy_chủ:5432/cơ_sở_dữ_liệu',
  public_url: () => 'PUBLIC_URL có dạng https://ten-mien.gov.vn',
  smtp_url: () => 'SMTP_URL có dạng smtp://người_dùng:mật_khẩu@máy_chủ:587',
  secret: () => 'SECRET phải dài ít nhất 32 ký tự; tạo bằng: openssl rand -hex 32',
  not_a_day: ({ written }: Detail) => `Không phải ngày dạng 2025-07-01: ${written}`,
  file_store_unreachable: ({ place, message }: Detail) =>
    `Kho tệp ${place} không trả lời (${message}). Hãy kiểm tra mạng và S3_ENDPOINT, hoặc quyền ghi thư mục.`,
  file_store_keys: ({ place }: Detail) =>
    `Kho tệp ${place} không nhận khóa truy cập. Hãy kiểm tra S3_ACCESS_KEY, S3_SECRET_KEY và quyền của khóa với kho.`,
  file_store_bucket: ({ place }: Detail) => `Không có kho chứa ${place}. Hãy tạo kho hoặc sửa S3_BUCKET.`,
  file_store_answer: ({ message }: Detail) =>
    `Kho tệp trả lời ngoài dự kiến (${message}). Hãy kiểm tra S3_ENDPOINT và S3_REGION.`,
  file_store_lost: ({ message }: Detail) => `Kho tệp thiếu một nội dung mà dữ liệu nhắc tới: ${message}`,
  s3_endpoint: () =>
    'S3_ENDPOINT có dạng https://s3.ap-southeast-1.amazonaws.com hoặc http://may-chu:9000, không kèm khóa truy cập',
  s3_bucket: () => 'S3_BUCKET gồm 3 đến 63 ký tự a–z, 0–9, dấu chấm và dấu gạch nối',
  app_role_name: () => 'APP_DATABASE_URL phải đăng nhập bằng vai trò minhchung_app',
  clamd: () => 'CLAMD có dạng máy_chủ:3310',
});
