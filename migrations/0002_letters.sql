-- Thư điện tử chờ gửi: ghi cùng giao dịch với việc sinh ra thư, nên không có thư của việc chưa xảy ra.

create table outgoing_letter (
  tenant_id uuid not null,
  letter_id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  written_at timestamptz(3) not null,
  sent_at timestamptz(3),
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  failure text,
  primary key (tenant_id, letter_id)
);
comment on table outgoing_letter is 'Thư điện tử chờ gửi và đã gửi; nội dung được xóa sau khi gửi vì có thể chứa liên kết dùng một lần';
comment on column outgoing_letter.failure is 'Lý do lần gửi gần nhất không thành';

-- Thư đến lúc gửi.
create index outgoing_letter_due on outgoing_letter (tenant_id, next_attempt_at) where sent_at is null;

alter table outgoing_letter enable row level security;
alter table outgoing_letter force row level security;
create policy outgoing_letter_of_tenant on outgoing_letter to minhchung_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on outgoing_letter to minhchung_app;
