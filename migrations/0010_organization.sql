-- Cây đơn vị có ngày hiệu lực, người, vị trí công tác và vai trò được giao.

-- Used like `app_prefixes`, behind a sub-select, so that the paths are drawn up once a query and not once a row.
create function app_above(asked text) returns text[]
  language sql stable parallel safe
  return coalesce(
    (select array_agg(distinct '/' || array_to_string(steps[1:depth], '/') || '/')
       from unnest(app_prefixes(asked)) as pattern,
         string_to_array(trim(both '/' from rtrim(pattern, '%')), '/') as steps,
         generate_series(1, cardinality(steps)) as depth),
    '{}');
comment on function app_above(text) is 'Đường dẫn của các đơn vị trên đường từ đơn vị của người thao tác lên gốc';

create table unit_kind (
  code text not null,
  level text not null,
  name text not null,
  name_en text not null,
  under text[] not null,
  valid_from date,
  valid_to date,
  position integer not null,
  primary key (code),
  constraint unit_kind_level check (level in ('province', 'district', 'commune', 'office'))
);
comment on table unit_kind is 'Loại đơn vị; dữ liệu tham chiếu chung';
comment on column unit_kind.under is 'Các loại mà loại này được trực thuộc';
comment on column unit_kind.valid_to is 'Ngày đầu tiên pháp luật không còn loại này';
grant select on unit_kind to minhchung_app;

-- Cấp huyện và thị trấn kết thúc, đặc khu bắt đầu ngày 1/7/2025: Luật 72/2025/QH15, Nghị quyết 203/2025/QH15.
insert into unit_kind (position, code, level, name, name_en, under, valid_from, valid_to) values
  (1, 'ubnd_tinh', 'province', 'Ủy ban nhân dân tỉnh', 'Provincial people''s committee', '{}', null, null),
  (2, 'so', 'office', 'Sở, cơ quan ngang sở', 'Department', '{ubnd_tinh}', null, null),
  (3, 'trung_tam', 'office', 'Trung tâm', 'Center', '{ubnd_tinh,so,huyen,xa,phuong,dac_khu}', null, null),
  (4, 'chi_cuc', 'office', 'Chi cục', 'Sub-department', '{so}', null, null),
  (5, 'huyen', 'district', 'Huyện', 'Rural district', '{ubnd_tinh}', null, '2025-07-01'),
  (6, 'thi_xa', 'district', 'Thị xã', 'Town', '{ubnd_tinh}', null, '2025-07-01'),
  (7, 'thanh_pho', 'district', 'Thành phố thuộc tỉnh', 'Provincial city', '{ubnd_tinh}', null, '2025-07-01'),
  (8, 'quan', 'district', 'Quận', 'Urban district', '{ubnd_tinh}', null, '2025-07-01'),
  (9, 'xa', 'commune', 'Xã', 'Commune', '{ubnd_tinh,huyen,thi_xa,thanh_pho}', null, null),
  (10, 'phuong', 'commune', 'Phường', 'Ward', '{ubnd_tinh,thi_xa,thanh_pho,quan}', null, null),
  (11, 'thi_tran', 'commune', 'Thị trấn', 'Township', '{huyen}', null, '2025-07-01'),
  (12, 'dac_khu', 'commune', 'Đặc khu', 'Special zone', '{ubnd_tinh}', '2025-07-01', null),
  (13, 'phong', 'office', 'Phòng', 'Division', '{ubnd_tinh,so,chi_cuc,trung_tam,huyen,thi_xa,thanh_pho,quan,xa,phuong,dac_khu}', null, null),
  (14, 'bo_phan', 'office', 'Bộ phận', 'Desk', '{ubnd_tinh,so,chi_cuc,trung_tam,phong,huyen,thi_xa,thanh_pho,quan,xa,phuong,thi_tran,dac_khu}', null, null);

create table unit (
  tenant_id uuid not null,
  unit_id uuid not null,
  primary key (tenant_id, unit_id)
);
comment on table unit is 'Đơn vị; chỉ có danh tính, mọi điều khác nằm ở các thời kỳ';
alter table unit enable row level security;
alter table unit force row level security;
create policy unit_of_tenant on unit to minhchung_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on unit to minhchung_app;

create table unit_version (
  tenant_id uuid not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date,
  code text not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  path text not null,
  primary key (tenant_id, unit_id, valid_from),
  foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id),
  foreign key (tenant_id, parent_id) references unit (tenant_id, unit_id),
  constraint unit_version_days check (valid_to > valid_from),
  constraint unit_version_path check (path like '/%/' and position(unit_id::text in path) > 0)
);
comment on table unit_version is 'Thời kỳ của đơn vị: mã, tên, loại, nơi trực thuộc từ ngày đến trước ngày';
comment on column unit_version.valid_to is 'Ngày đầu tiên không còn hiệu lực; rỗng là đến nay';
comment on column unit_version.path is 'Đường dẫn từ gốc, /tỉnh/xã/';

-- Một đơn vị có một thời kỳ đang mở; hai giao dịch cùng mở thì một bị từ chối.
create unique index unit_version_open on unit_version (tenant_id, unit_id) where valid_to is null;
-- Mã thuộc về một đơn vị đang hoạt động.
create unique index unit_version_code on unit_version (tenant_id, code) where valid_to is null;
-- Mọi đơn vị bên dưới một đường dẫn.
create index unit_version_by_path on unit_version (tenant_id, path text_pattern_ops);

alter table unit_version enable row level security;
alter table unit_version force row level security;
create policy unit_version_read on unit_version for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (path like any ((select app_prefixes('unit.read'))::text[])
      or path = any ((select app_above('unit.read'))::text[])));
create policy unit_version_add on unit_version for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and path like any ((select app_prefixes('unit.change'))::text[]));
create policy unit_version_change on unit_version for update to minhchung_app
  using (tenant_id = (select app_tenant())
    and path like any ((select app_prefixes('unit.change'))::text[]))
  with check (tenant_id = (select app_tenant())
    and path like any ((select app_prefixes('unit.change'))::text[]));
grant select, insert, update (valid_to, code, name, kind, parent_id, path) on unit_version to minhchung_app;

create table unit_succession (
  tenant_id uuid not null,
  succession_id uuid not null,
  kind text not null,
  from_unit_id uuid,
  to_unit_id uuid,
  day date not null,
  decision jsonb not null,
  primary key (tenant_id, succession_id),
  foreign key (tenant_id, from_unit_id) references unit (tenant_id, unit_id),
  foreign key (tenant_id, to_unit_id) references unit (tenant_id, unit_id),
  constraint unit_succession_kind
    check (kind in ('created', 'renamed', 'moved', 'merged_into', 'split_from', 'ended'))
);
comment on table unit_succession is 'Việc thành lập, đổi tên, chuyển, sáp nhập, chia tách, kết thúc và quyết định làm căn cứ; chỉ thêm';

-- Lịch sử của đơn vị cũ, và các đơn vị tiền thân của đơn vị mới.
create index unit_succession_from on unit_succession (tenant_id, from_unit_id);
create index unit_succession_to on unit_succession (tenant_id, to_unit_id);

alter table unit_succession enable row level security;
alter table unit_succession force row level security;
create policy unit_succession_of_tenant on unit_succession for select to minhchung_app
  using (tenant_id = (select app_tenant()));
create policy unit_succession_add on unit_succession for insert to minhchung_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on unit_succession to minhchung_app;

create table person (
  tenant_id uuid not null,
  person_id uuid not null,
  account_id text,
  name text not null,
  sort_name text collate "vi-x-icu" not null,
  search_text text not null,
  email text,
  unit_id uuid not null,
  unit_path text not null,
  left_on date,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id),
  constraint person_email_form check (email = lower(email))
);
comment on table person is 'Cán bộ, công chức, viên chức của đơn vị';
comment on column person.account_id is 'Tài khoản đăng nhập; không ràng buộc khóa vì tài khoản là dữ liệu tham chiếu';
comment on column person.sort_name is 'Tên đứng trước họ, để sắp theo tên như danh sách tiếng Việt';
comment on column person.search_text is 'Họ tên và thư điện tử không dấu, chữ thường';
comment on column person.unit_path is 'Đường dẫn hiện nay của đơn vị giữ biên chế; đi theo đơn vị khi đơn vị chuyển';

create unique index person_account on person (tenant_id, account_id) where account_id is not null;
create unique index person_email on person (tenant_id, email) where email is not null;
-- Danh sách người theo tên, trang sau nối trang trước.
create index person_by_name on person (tenant_id, sort_name, person_id);
-- Người của một đơn vị và cấp dưới.
create index person_by_path on person (tenant_id, unit_path text_pattern_ops);

alter table person enable row level security;
alter table person force row level security;
create policy person_read on person for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (person_id = (select app_person())
      or unit_path like any ((select app_prefixes('person.read'))::text[])));
create policy person_add on person for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('person.change'))::text[]));
create policy person_change on person for update to minhchung_app
  using (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('person.change'))::text[]))
  with check (tenant_id = (select app_tenant()));
grant select, insert, update on person to minhchung_app;

create table position (
  tenant_id uuid not null,
  position_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  unit_path text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  primary key (tenant_id, position_id),
  foreign key (tenant_id, person_id) references person (tenant_id, person_id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id),
  constraint position_days check (valid_to >= valid_from)
);
comment on table position is 'Vị trí công tác: chức danh của một người tại một đơn vị, từ ngày đến trước ngày';

-- Vị trí của một người; người của một đơn vị.
create index position_of_person on position (tenant_id, person_id);
create index position_of_unit on position (tenant_id, unit_id);

alter table position enable row level security;
alter table position force row level security;
create policy position_read on position for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (person_id = (select app_person())
      or unit_path like any ((select app_prefixes('person.read'))::text[])));
create policy position_add on position for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('person.change'))::text[]));
create policy position_change on position for update to minhchung_app
  using (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('person.change'))::text[]))
  with check (tenant_id = (select app_tenant()));
grant select, insert, update (unit_path, valid_to) on position to minhchung_app;

create table assignment (
  tenant_id uuid not null,
  assignment_id uuid not null,
  person_id uuid not null,
  role text not null,
  unit_id uuid not null,
  unit_path text not null,
  valid_from date not null,
  valid_to date,
  on_behalf_of uuid,
  out_of uuid,
  primary key (tenant_id, assignment_id),
  foreign key (tenant_id, person_id) references person (tenant_id, person_id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id),
  foreign key (tenant_id, on_behalf_of) references person (tenant_id, person_id),
  foreign key (tenant_id, out_of) references assignment (tenant_id, assignment_id),
  constraint assignment_days check (valid_to >= valid_from),
  constraint delegation_ends check ((on_behalf_of is null) = (out_of is null) and (on_behalf_of is null or valid_to is not null))
);
comment on table assignment is 'Vai trò được giao tại một đơn vị và mọi cấp dưới, từ ngày đến trước ngày; ủy quyền luôn có ngày kết thúc';
comment on column assignment.on_behalf_of is 'Người ủy quyền';
comment on column assignment.out_of is 'Vai trò của người ủy quyền mà ủy quyền này dựa vào';

-- Quyền của một người, đọc ở mỗi yêu cầu.
create index assignment_of_person on assignment (tenant_id, person_id);
-- Ai giữ vai trò tại một đơn vị.
create index assignment_of_unit on assignment (tenant_id, unit_id);
-- Ủy quyền dựa vào một vai trò.
create index assignment_out_of on assignment (tenant_id, out_of) where out_of is not null;

alter table assignment enable row level security;
alter table assignment force row level security;
create policy assignment_read on assignment for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (person_id = (select app_person()) or on_behalf_of = (select app_person())
      or unit_path like any ((select app_prefixes('person.read'))::text[])));
create policy assignment_add on assignment for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and (unit_path like any ((select app_prefixes('assignment.change'))::text[])
      or (on_behalf_of = (select app_person())
        and unit_path like any ((select app_prefixes('assignment.delegate'))::text[]))));
create policy assignment_change on assignment for update to minhchung_app
  using (tenant_id = (select app_tenant())
    and (on_behalf_of = (select app_person())
      or unit_path like any ((select app_prefixes('assignment.change'))::text[])))
  with check (tenant_id = (select app_tenant()));
grant select, insert, update (unit_path, valid_to) on assignment to minhchung_app;
