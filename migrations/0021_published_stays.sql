-- Công bố rồi thì số liệu và đơn vị của kỳ không đổi nữa, kể cả bằng câu lệnh SQL của người có quyền sửa.

-- Tính một lần cho mỗi câu lệnh như app_prefixes, không phải cho mỗi dòng: một đơn vị có ít lần công bố.
create function app_published() returns text[]
  language sql stable parallel safe
  return array(
    select publication.scorecard_id::text || ' ' || publication.period
    from publication
    where publication.tenant_id = app_tenant());
comment on function app_published() is 'Các kỳ đã công bố của đơn vị sở hữu đang làm việc: mã bộ chỉ số và kỳ';

create policy figure_add_open on figure as restrictive for insert to minhchung_app
  with check (scorecard_id::text || ' ' || period <> all ((select app_published())::text[]));
create policy figure_change_open on figure as restrictive for update to minhchung_app
  using (scorecard_id::text || ' ' || period <> all ((select app_published())::text[]));
create policy figure_remove_open on figure as restrictive for delete to minhchung_app
  using (scorecard_id::text || ' ' || period <> all ((select app_published())::text[]));

create policy campaign_unit_add_open on campaign_unit as restrictive for insert to minhchung_app
  with check (scorecard_id::text || ' ' || period <> all ((select app_published())::text[]));
create policy campaign_unit_change_open on campaign_unit as restrictive for update to minhchung_app
  using (scorecard_id::text || ' ' || period <> all ((select app_published())::text[]));

-- Quy tắc so với cả khối và câu hỏi "vì sao" đọc một tiêu chí của mọi đơn vị.
create index figure_of_criterion on figure (tenant_id, scorecard_id, period, criterion_code);
