-- Kết quả chung của cả khối, ghi cùng lúc với kết quả của từng đơn vị: xem một đơn vị không phải đọc lại cả khối.

create table block_result (
  tenant_id uuid not null,
  scorecard_id uuid not null,
  period text not null,
  units integer not null,
  ranked_units integer not null,
  points jsonb not null,
  primary key (tenant_id, scorecard_id, period),
  foreign key (tenant_id, scorecard_id, period) references campaign (tenant_id, scorecard_id, period)
);
comment on table block_result is 'Cả khối đạt được gì trong kỳ: bao nhiêu đơn vị được đánh giá, được xếp hạng, và từng tiêu chí';
comment on column block_result.points is
  'Mỗi tiêu chí: vị trí trong cây, trung bình, cao nhất (phần nghìn điểm), tỷ lệ đạt bình quân (%), chỉ tính đơn vị mà tiêu chí áp dụng';

-- Chỉ hệ thống đọc và ghi; ai được xem cả khối thì chương trình mới đưa ra. Công bố rồi thì không đổi.
alter table block_result enable row level security;
alter table block_result force row level security;
create policy block_result_read on block_result for select to minhchung_app
  using (tenant_id = (select app_tenant()) and (select app_person()) is null);
create policy block_result_add on block_result for insert to minhchung_app
  with check (tenant_id = (select app_tenant()) and (select app_person()) is null);
create policy block_result_change on block_result for update to minhchung_app
  using (tenant_id = (select app_tenant()) and (select app_person()) is null
    and scorecard_id::text || ' ' || period <> all ((select app_published())::text[]))
  with check (tenant_id = (select app_tenant()));
grant select, insert, update on block_result to minhchung_app;

-- Những kỳ đã tính trước khi có bảng này; chủ của bảng chỉ thấy các dòng khi chính sách không áp dụng cho mình.
alter table result no force row level security;
alter table block_result no force row level security;
insert into block_result (tenant_id, scorecard_id, period, units, ranked_units, points)
select tenant_id, scorecard_id, period, count(*), count(rank),
  coalesce((
    select jsonb_agg(jsonb_build_object('position', place - 1, 'mean', mean, 'best', best, 'share', share) order by place)
    from (
      select place, floor(sum(own)::numeric / count(*) + 0.5) as mean, max(own) as best,
        round(avg(own * 100.0 / nullif(most, 0)), 2)::text as share
      from result as judged, jsonb_array_elements(judged.criteria) with ordinality as each_cell(cell, place),
        lateral (select (cell -> 0)::integer, (cell -> 1)::integer, (cell -> 2)::integer) as reached(own, most, state)
      where judged.tenant_id = result.tenant_id and judged.scorecard_id = result.scorecard_id
        and judged.period = result.period and state in (0, 1)
      group by place) as criterion), '[]')
from result
group by tenant_id, scorecard_id, period;
alter table result force row level security;
alter table block_result force row level security;

-- Một tiêu chí của mọi đơn vị. Kỳ đứng cuối, để số liệu của một đơn vị luôn tìm theo khóa chính, kể cả khi thống kê của
-- cơ sở dữ liệu chưa biết đến một kỳ vừa nhập.
drop index figure_of_criterion;
create index figure_of_criterion on figure (tenant_id, scorecard_id, criterion_code, period);

-- Bảng xếp hạng của một kỳ. Kèm những gì cần để biết ai thấy dòng nào và xếp thứ tự, để tìm một trang trong hàng nghìn đơn
-- vị chỉ phải đọc chỉ mục, không đọc cả bảng.
drop index result_by_rank;
create index result_by_rank on result (tenant_id, scorecard_id, period, rank)
  include (unit_id, name, unit_path, published);
