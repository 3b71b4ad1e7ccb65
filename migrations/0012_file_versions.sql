-- Phiên bản của tệp và kết quả quét: mỗi dòng của stored_file là một phiên bản, không bao giờ đổi.

alter table stored_file
  add column document_id uuid,
  add column version_no integer,
  add column reason text,
  add column scan text;

update stored_file set document_id = file_id, version_no = 1, scan = 'not_asked';

alter table stored_file
  alter column document_id set not null,
  alter column version_no set not null,
  alter column scan set not null,
  add constraint stored_file_version_once unique (tenant_id, document_id, version_no),
  add constraint stored_file_first check ((version_no = 1) = (document_id = file_id)),
  add constraint stored_file_scan check (scan in ('not_asked', 'clean', 'missed'));

comment on table stored_file is 'Tệp đã nhận, mỗi phiên bản một dòng; nội dung nằm trong kho theo băm SHA-256, một nội dung nhiều dòng';
comment on column stored_file.document_id is 'Tài liệu mà dòng này là một phiên bản: mã của phiên bản đầu';
comment on column stored_file.version_no is 'Số thứ tự phiên bản, từ 1, liền nhau; số lớn nhất là bản hiện hành';
comment on column stored_file.reason is 'Vì sao có phiên bản này';
comment on column stored_file.scan is 'Quét mã độc: không cài máy quét, đã quét và sạch, máy quét không trả lời nên chưa quét';
