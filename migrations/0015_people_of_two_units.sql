-- Người giữ vị trí ở nhiều đơn vị thì đơn vị nào cũng thấy, không riêng đơn vị giữ biên chế.

alter table person add column position_paths text[] not null default '{}';
comment on column person.position_paths is 'Đường dẫn các đơn vị nơi người này giữ hoặc từng giữ vị trí công tác; cơ sở dữ liệu tự ghi theo bảng position';

-- A policy looks at its own row only, so the paths of the positions stand in the row of the person. They are written
-- here and not by the application, whose actor may see or change only some of the positions. A position that ended
-- before it began was never held.
create function keep_position_paths() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  update person set position_paths = coalesce(
    (select array_agg(distinct held.unit_path order by held.unit_path) from position as held
      where held.tenant_id = person.tenant_id and held.person_id = person.person_id
        and (held.valid_to is null or held.valid_to > held.valid_from)), '{}')
  where (tenant_id, person_id) in (select tenant_id, person_id from changed);
  return null;
end $$;
comment on function keep_position_paths() is 'Ghi lại person.position_paths sau mỗi thay đổi của bảng position';
revoke all on function keep_position_paths() from public;

create trigger position_added after insert on position
  referencing new table as changed for each statement execute function keep_position_paths();
create trigger position_changed after update on position
  referencing new table as changed for each statement execute function keep_position_paths();

update person set position_paths = held.paths
  from (select tenant_id, person_id, array_agg(distinct unit_path order by unit_path) as paths from position
    where valid_to is null or valid_to > valid_from group by tenant_id, person_id) as held
  where held.tenant_id = person.tenant_id and held.person_id = person.person_id;

drop policy person_read on person;
create policy person_read on person for select to minhchung_app
  using (tenant_id = (select app_tenant())
    and (person_id = (select app_person())
      or unit_path like any ((select app_prefixes('person.read'))::text[])
      or exists (select from unnest(position_paths) as path
        where path like any ((select app_prefixes('person.read'))::text[]))));
