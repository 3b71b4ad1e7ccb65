-- Mã của xác thực hai lớp chỉ dùng được một lần (RFC 6238, mục 5.2).

alter table identity.auth_two_factor add column last_step bigint;
comment on column identity.auth_two_factor.last_step is 'Bước thời gian 30 giây của mã được nhận gần nhất; mã của bước này hoặc trước đó không được nhận nữa';
