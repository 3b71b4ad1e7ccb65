-- Đếm, xếp thứ tự và đối chiếu hạng của cả nước mà không đọc từng bảng điểm.
drop index result_by_rank;
create index result_by_rank on result (tenant_id, scorecard_id, period, rank) include (unit_id, unit_path, published);
