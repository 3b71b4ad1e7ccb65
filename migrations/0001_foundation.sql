-- Nền chung: đơn vị sở hữu dữ liệu, nhật ký và niêm phong, khóa chống gửi lặp, kho tệp.

-- The application's role owns nothing and never bypasses row-level security; it is created by the migration
-- runner, since roles belong to the whole server and not to one database.

revoke all on schema public from public;
grant usage on schema public to minhchung_app;

create function app_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;
comment on function app_tenant() is 'Đơn vị sở hữu dữ liệu của giao dịch này; rỗng thì không thấy dòng nào';

create function app_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;
comment on function app_person() is 'Người đang thao tác trong giao dịch này';

-- Used as `path like any ((select app_prefixes('unit.read'))::text[])`: the sub-select is evaluated once a
-- query, a bare call once a row.
create function app_prefixes(asked text) returns text[]
  language sql stable parallel safe
  return coalesce(
    (select array_agg(substr(held, length(asked) + 2))
       from unnest(nullif(current_setting('app.grants', true), '')::text[]) as held
      where starts_with(held, asked || ':')),
    '{}');
comment on function app_prefixes(text) is 'Các mẫu đường dẫn đơn vị mà người thao tác có quyền này';

create table tenant (
  tenant_id uuid not null,
  code text not null,
  name text not null,
  hosts text[] not null default '{}',
  demo boolean not null default false,
  created_at timestamptz(3) not null,
  primary key (tenant_id),
  constraint tenant_code_once unique (code)
);
comment on table tenant is 'Tỉnh, thành phố (hoặc đơn vị dùng riêng) sở hữu dữ liệu; dữ liệu tham chiếu, ai cũng đọc được';
comment on column tenant.hosts is 'Tên miền dẫn tới đơn vị này';
comment on column tenant.demo is 'Dữ liệu minh họa';
grant select on tenant to minhchung_app;

create sequence journal_entry_no;
grant usage on sequence journal_entry_no to minhchung_app;

create table journal_entry (
  tenant_id uuid not null,
  entry_no bigint not null,
  at timestamptz(3) not null,
  person_id uuid,
  on_behalf_of uuid,
  subject_kind text not null,
  subject_id text not null,
  unit_path text not null,
  action text not null,
  before jsonb,
  after jsonb,
  reason text,
  primary key (tenant_id, entry_no)
);
comment on table journal_entry is 'Nhật ký: mỗi thay đổi trạng thái một dòng, chỉ thêm, không sửa, không xóa';
comment on column journal_entry.entry_no is 'Số thứ tự tăng dần; mọi dòng nhỏ hơn một niêm phong đều đã ghi xong';
comment on column journal_entry.person_id is 'Người thao tác; rỗng là hệ thống';
comment on column journal_entry.on_behalf_of is 'Người ủy quyền';
comment on column journal_entry.unit_path is 'Đơn vị chịu tác động, theo đường dẫn ngày ghi; / là toàn bộ';
comment on column journal_entry.before is 'Trước khi thay đổi';
comment on column journal_entry.after is 'Sau khi thay đổi';

-- Lịch sử của một đối tượng, mới nhất trước.
create index journal_entry_by_subject on journal_entry (tenant_id, subject_kind, subject_id, entry_no);
-- Nhật ký của một đơn vị và cấp dưới.
create index journal_entry_by_path on journal_entry (tenant_id, unit_path text_pattern_ops, entry_no);
-- Việc một người đã làm.
create index journal_entry_by_person on journal_entry (tenant_id, person_id, entry_no);

alter table journal_entry enable row level security;
alter table journal_entry force row level security;
create policy journal_entry_read on journal_entry for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (person_id = (select app_person())
      or unit_path like any ((select app_prefixes('journal.read'))::text[])));
create policy journal_entry_append on journal_entry for insert to minhchung_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on journal_entry to minhchung_app;

create table journal_seal (
  tenant_id uuid not null,
  seal_no integer not null,
  previous text not null,
  sealed_at timestamptz(3) not null,
  entry_nos bigint[] not null,
  entry_hashes text[] not null,
  hash text not null,
  primary key (tenant_id, seal_no),
  constraint journal_seal_lengths check (cardinality(entry_nos) = cardinality(entry_hashes))
);
comment on table journal_seal is 'Niêm phong nhật ký: chuỗi băm SHA-256, mỗi niêm phong gồm băm của từng dòng và của niêm phong trước';
comment on column journal_seal.previous is 'Băm của niêm phong trước; niêm phong đầu là 64 số 0';

alter table journal_seal enable row level security;
alter table journal_seal force row level security;
create policy journal_seal_read on journal_seal for select to minhchung_app using (tenant_id = (select app_tenant()));
create policy journal_seal_append on journal_seal for insert to minhchung_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on journal_seal to minhchung_app;

create table idempotency_key (
  tenant_id uuid not null,
  person_id uuid not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  answer jsonb,
  at timestamptz(3) not null,
  primary key (tenant_id, person_id, key)
);
comment on table idempotency_key is 'Khóa chống gửi lặp: gửi lại cùng khóa thì nhận lại kết quả lần đầu';
comment on column idempotency_key.answer is 'Kết quả đã trả lời; ghi trong cùng giao dịch với thay đổi';

-- Dọn khóa cũ theo ngày.
create index idempotency_key_by_time on idempotency_key (tenant_id, at);

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy idempotency_key_own on idempotency_key to minhchung_app
  using (tenant_id = (select app_tenant()) and person_id = coalesce((select app_person()), person_id))
  with check (tenant_id = (select app_tenant()) and person_id = (select app_person()));
grant select, insert, update, delete on idempotency_key to minhchung_app;

create table stored_file (
  tenant_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  unit_path text not null,
  added_by uuid not null,
  added_at timestamptz(3) not null,
  primary key (tenant_id, file_id),
  constraint stored_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table stored_file is 'Tệp đã nhận; nội dung nằm trong kho theo băm SHA-256, một nội dung nhiều dòng';
comment on column stored_file.media_type is 'Kiểu nhận ra từ nội dung, không theo lời khai';
comment on column stored_file.unit_path is 'Đơn vị giữ tệp';

-- Tệp của một đơn vị và cấp dưới.
create index stored_file_by_path on stored_file (tenant_id, unit_path text_pattern_ops, file_id);
-- Còn dòng nào dùng nội dung này không.
create index stored_file_by_content on stored_file (tenant_id, sha256);

alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy stored_file_read on stored_file for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (added_by = (select app_person())
      or unit_path like any ((select app_prefixes('file.read'))::text[])));
create policy stored_file_add on stored_file for insert to minhchung_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on stored_file to minhchung_app;
