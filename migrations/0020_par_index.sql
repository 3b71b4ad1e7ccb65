-- Chỉ số: bộ chỉ số, kỳ đánh giá, số liệu, kết quả, công bố, bảng kết quả của nơi khác.

create table scorecard (
  tenant_id uuid not null,
  scorecard_id uuid not null,
  index_kind text not null,
  code text not null,
  year integer not null,
  name text not null,
  status text not null,
  version integer not null,
  revision integer not null,
  document text not null,
  owner_unit_id uuid not null,
  owner_path text not null,
  copied_from uuid,
  created_at timestamptz(3) not null,
  created_by uuid,
  issued_at timestamptz(3),
  issued_by uuid,
  decision jsonb,
  primary key (tenant_id, scorecard_id),
  foreign key (tenant_id, owner_unit_id) references unit (tenant_id, unit_id),
  foreign key (tenant_id, copied_from) references scorecard (tenant_id, scorecard_id),
  constraint scorecard_index_kind check (index_kind in ('cchc', 'sipas', 'qd766', 'quan_tri')),
  constraint scorecard_status check (status in ('draft', 'issued')),
  constraint scorecard_issued check ((status = 'issued') = (issued_at is not null and decision is not null))
);
comment on table scorecard is 'Bộ chỉ số: tiêu chí, điểm tối đa, cách chấm; ban hành rồi thì không đổi';
comment on column scorecard.document is 'Nguyên văn minhchung/scorecard@1, từng chữ số';
comment on column scorecard.version is 'Lần thứ mấy của một mã; bản sao là lần kế tiếp';
comment on column scorecard.revision is 'Tăng sau mỗi lần lưu; lưu trên lần cũ thì bị từ chối';
comment on column scorecard.owner_path is 'Đường dẫn của đơn vị giữ bộ chỉ số khi lập';

create unique index scorecard_version on scorecard (tenant_id, owner_unit_id, code, version);
-- Danh sách theo loại chỉ số, năm mới nhất trước.
create index scorecard_by_kind on scorecard (tenant_id, index_kind, year desc);

alter table scorecard enable row level security;
alter table scorecard force row level security;
create policy scorecard_read on scorecard for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (owner_path like any ((select app_prefixes('scorecard.edit'))::text[])
      or (status = 'issued' and cardinality((select app_prefixes('scorecard.read'))) > 0)));
create policy scorecard_add on scorecard for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and owner_path like any ((select app_prefixes('scorecard.edit'))::text[]));
create policy scorecard_change on scorecard for update to minhchung_app
  using (tenant_id = (select app_tenant()) and status = 'draft'
    and (owner_path like any ((select app_prefixes('scorecard.edit'))::text[])
      or owner_path like any ((select app_prefixes('scorecard.issue'))::text[])))
  with check (tenant_id = (select app_tenant())
    and (status = 'draft' or owner_path like any ((select app_prefixes('scorecard.issue'))::text[])));
grant select, insert, update (code, year, name, status, revision, document, issued_at, issued_by, decision)
  on scorecard to minhchung_app;

create table campaign (
  tenant_id uuid not null,
  scorecard_id uuid not null,
  period text not null,
  owner_path text not null,
  opened_at timestamptz(3) not null,
  opened_by uuid,
  primary key (tenant_id, scorecard_id, period),
  foreign key (tenant_id, scorecard_id) references scorecard (tenant_id, scorecard_id),
  constraint campaign_period check (period ~ '^[0-9]{4}(-Q[1-4])?$')
);
comment on table campaign is 'Kỳ đánh giá theo một bộ chỉ số: năm 2026, quý 2026-Q3';
alter table campaign enable row level security;
alter table campaign force row level security;
create policy campaign_read on campaign for select to minhchung_app
  using (tenant_id = (select app_tenant()));
create policy campaign_add on campaign for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and owner_path like any ((select app_prefixes('figure.edit'))::text[]));
grant select, insert on campaign to minhchung_app;

create table campaign_unit (
  tenant_id uuid not null,
  scorecard_id uuid not null,
  period text not null,
  unit_id uuid not null,
  unit_path text not null,
  owner_path text not null,
  code text not null,
  name text not null,
  kind text not null,
  tags text[] not null,
  flags text[] not null,
  ranked boolean not null,
  revision integer not null,
  primary key (tenant_id, scorecard_id, period, unit_id),
  foreign key (tenant_id, scorecard_id, period) references campaign (tenant_id, scorecard_id, period),
  foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id)
);
comment on table campaign_unit is 'Đơn vị được đánh giá trong kỳ, như ở ngày cuối kỳ: mã, tên, loại, đặc điểm, có xếp hạng hay không';
comment on column campaign_unit.unit_path is 'Đường dẫn ở ngày cuối kỳ; đơn vị kế thừa vẫn thấy nhờ vai trò mang theo đường dẫn cũ';
-- Hai đơn vị cùng mã thì không nhập được số liệu theo mã.
create unique index campaign_unit_code on campaign_unit (tenant_id, scorecard_id, period, code);
-- Các kỳ của một đơn vị.
create index campaign_unit_of_unit on campaign_unit (tenant_id, unit_id);

alter table campaign_unit enable row level security;
alter table campaign_unit force row level security;
create policy campaign_unit_read on campaign_unit for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('figure.read'))::text[]));
create policy campaign_unit_add on campaign_unit for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and owner_path like any ((select app_prefixes('figure.edit'))::text[]));
create policy campaign_unit_change on campaign_unit for update to minhchung_app
  using (tenant_id = (select app_tenant())
    and owner_path like any ((select app_prefixes('figure.edit'))::text[]))
  with check (tenant_id = (select app_tenant()));
grant select, insert, update (tags, flags, ranked, revision) on campaign_unit to minhchung_app;

create table figure (
  tenant_id uuid not null,
  scorecard_id uuid not null,
  period text not null,
  unit_id uuid not null,
  criterion_code text not null,
  unit_path text not null,
  input text not null,
  revision integer not null,
  entered_at timestamptz(3) not null,
  entered_by uuid,
  primary key (tenant_id, scorecard_id, period, unit_id, criterion_code),
  foreign key (tenant_id, scorecard_id, period, unit_id)
    references campaign_unit (tenant_id, scorecard_id, period, unit_id)
);
comment on table figure is 'Số liệu của một đơn vị cho một tiêu chí; số liệu trước đó nằm trong nhật ký';
comment on column figure.input is 'JSON như trong minhchung/figures@1, từng chữ số';

alter table figure enable row level security;
alter table figure force row level security;
create policy figure_read on figure for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('figure.read'))::text[]));
create policy figure_add on figure for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('figure.edit'))::text[]));
create policy figure_change on figure for update to minhchung_app
  using (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('figure.edit'))::text[]))
  with check (tenant_id = (select app_tenant()));
create policy figure_remove on figure for delete to minhchung_app
  using (tenant_id = (select app_tenant())
    and unit_path like any ((select app_prefixes('figure.edit'))::text[]));
grant select, insert, delete, update (input, revision, entered_at, entered_by) on figure to minhchung_app;

create table result (
  tenant_id uuid not null,
  scorecard_id uuid not null,
  period text not null,
  unit_id uuid not null,
  unit_path text not null,
  code text not null,
  name text not null,
  kind text not null,
  tags text[] not null,
  flags text[] not null,
  ranked boolean not null,
  points integer not null,
  applicable integer not null,
  bonus integer not null,
  index_value integer,
  rank integer,
  band text,
  fields jsonb not null,
  criteria jsonb not null,
  missing integer[] not null,
  computed_at timestamptz(3) not null,
  published boolean not null default false,
  primary key (tenant_id, scorecard_id, period, unit_id),
  foreign key (tenant_id, scorecard_id, period, unit_id)
    references campaign_unit (tenant_id, scorecard_id, period, unit_id)
);
comment on table result is 'Kết quả tính từ số liệu; điểm và phần trăm là số nguyên phần nghìn; công bố rồi thì không đổi';
comment on column result.fields is 'Các lĩnh vực: [điểm, điểm tối đa áp dụng, trạng thái] theo thứ tự';
comment on column result.criteria is 'Mọi tiêu chí theo thứ tự trong cây, cùng dạng với fields; cách tính thì tính lại khi hỏi, không lưu';
comment on column result.missing is 'Vị trí của các tiêu chí chưa có số liệu';
-- Bảng xếp hạng của một kỳ.
create index result_by_rank on result (tenant_id, scorecard_id, period, rank);
-- Kết quả của một đơn vị qua các kỳ.
create index result_of_unit on result (tenant_id, unit_id);

-- Trước khi công bố, chỉ người xem kết quả của đơn vị đó; sau khi công bố, mọi người. Kết quả do chính hệ thống tính và
-- ghi, không phải do người: khi đó giao dịch không có người thao tác.
alter table result enable row level security;
alter table result force row level security;
create policy result_read on result for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (published or unit_path like any ((select app_prefixes('result.read'))::text[])));
create policy result_add on result for insert to minhchung_app
  with check (tenant_id = (select app_tenant()) and (select app_person()) is null);
create policy result_change on result for update to minhchung_app
  using (tenant_id = (select app_tenant()) and (select app_person()) is null and not published)
  with check (tenant_id = (select app_tenant()));
grant select, insert, update on result to minhchung_app;

create table publication (
  tenant_id uuid not null,
  scorecard_id uuid not null,
  period text not null,
  owner_path text not null,
  published_at timestamptz(3) not null,
  published_by uuid,
  decision jsonb not null,
  figures text not null,
  results text not null,
  hash text not null,
  primary key (tenant_id, scorecard_id, period),
  foreign key (tenant_id, scorecard_id, period) references campaign (tenant_id, scorecard_id, period)
);
comment on table publication is 'Kết quả đã công bố, đóng băng cùng số liệu đầu vào; tính lại phải ra đúng từng byte; chỉ thêm';
comment on column publication.figures is 'minhchung/figures@1 của cả khối vào lúc công bố';
comment on column publication.results is 'Kết quả như minhchung score --json in ra';
comment on column publication.hash is 'SHA-256 của bộ chỉ số, số liệu và kết quả';
alter table publication enable row level security;
alter table publication force row level security;
create policy publication_read on publication for select to minhchung_app
  using (tenant_id = (select app_tenant()));
create policy publication_add on publication for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and owner_path like any ((select app_prefixes('result.publish'))::text[]));
grant select, insert on publication to minhchung_app;

create table published_table (
  tenant_id uuid not null,
  table_id uuid not null,
  title text not null,
  year integer,
  source text,
  units integer not null,
  findings integer not null,
  document text not null,
  added_at timestamptz(3) not null,
  added_by uuid,
  primary key (tenant_id, table_id)
);
comment on table published_table is 'Bảng kết quả do nơi khác công bố, nhập để đối chiếu; dữ liệu tham chiếu, không sửa';
comment on column published_table.document is 'Nguyên văn minhchung/published@1';
alter table published_table enable row level security;
alter table published_table force row level security;
create policy published_table_read on published_table for select to minhchung_app
  using (tenant_id = (select app_tenant()));
create policy published_table_add on published_table for insert to minhchung_app
  with check (tenant_id = (select app_tenant())
    and cardinality((select app_prefixes('scorecard.edit'))) > 0);
grant select, insert on published_table to minhchung_app;
