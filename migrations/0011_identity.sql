-- Tài khoản, phiên, xác thực hai lớp (bảng của better-auth, dữ liệu tham chiếu) và liên kết dùng một lần.

create schema identity;
comment on schema identity is 'Tài khoản đăng nhập, dùng chung cho mọi đơn vị sở hữu dữ liệu';
grant usage on schema identity to minhchung_app;

create table identity.auth_user (
  id text primary key,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_user_email unique (email)
);
comment on table identity.auth_user is 'Tài khoản';
comment on column identity.auth_user.disabled_at is 'Đã khóa từ lúc này; không đăng nhập được nữa';

create table identity.auth_session (
  id text primary key,
  user_id text not null references identity.auth_user (id) on delete cascade,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_session_token unique (token)
);
comment on table identity.auth_session is 'Phiên đăng nhập';
-- Các phiên của một tài khoản.
create index auth_session_by_user on identity.auth_session (user_id);

create table identity.auth_account (
  id text primary key,
  user_id text not null references identity.auth_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table identity.auth_account is 'Cách đăng nhập của tài khoản; mật khẩu băm bằng argon2id';
-- Cách đăng nhập của một tài khoản.
create index auth_account_by_user on identity.auth_account (user_id);

create table identity.auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table identity.auth_verification is 'Mã dùng một lần cho bước hai của đăng nhập';
-- Tìm theo mã.
create index auth_verification_by_identifier on identity.auth_verification (identifier);

create table identity.auth_two_factor (
  id text primary key,
  user_id text not null references identity.auth_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
comment on table identity.auth_two_factor is 'Khóa của xác thực hai lớp, mã hóa bằng bí mật của máy chủ';
-- Khóa của một tài khoản.
create index auth_two_factor_by_user on identity.auth_two_factor (user_id);

create table identity.auth_rate_limit (
  id text primary key,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint auth_rate_limit_key unique (key)
);
comment on table identity.auth_rate_limit is 'Số lần gọi trong khoảng thời gian, theo địa chỉ mạng hoặc tài khoản';

grant select, insert, update, delete on all tables in schema identity to minhchung_app;

create table access_link (
  tenant_id uuid not null,
  token_hash text not null,
  purpose text not null,
  person_id uuid not null,
  email text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person (tenant_id, person_id),
  constraint access_link_purpose check (purpose in ('invitation', 'reset'))
);
comment on table access_link is 'Liên kết mời nhận tài khoản hoặc đặt lại mật khẩu: dùng một lần, có hạn; chỉ giữ băm của mã';
-- Liên kết còn dùng được của một người.
create index access_link_of_person on access_link (tenant_id, person_id);

alter table access_link enable row level security;
alter table access_link force row level security;
create policy access_link_of_tenant on access_link to minhchung_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update (used_at, expires_at) on access_link to minhchung_app;
