-- Tài khoản của người thôi làm việc đóng đúng ngày, cả khi ngày đó báo trước.

comment on column identity.auth_user.disabled_at is 'Không đăng nhập được từ lúc này, có thể là một lúc sau này';

alter table person add column account_closed_on date;
comment on column person.account_closed_on is 'Ngày thôi làm việc mà tài khoản đã đóng theo: phiên đã kết thúc, nhật ký đã ghi';

update person set account_closed_on = person.left_on
  from identity.auth_user as account
  where account.id = person.account_id and account.disabled_at is not null;

update identity.auth_user as account
  set disabled_at = person.left_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
  from person
  where person.account_id = account.id and person.left_on is not null and account.disabled_at is null;

-- Tài khoản còn phải đóng, đọc mỗi giờ.
create index person_to_close on person (tenant_id, left_on)
  where left_on is not null and account_id is not null and account_closed_on is null;
