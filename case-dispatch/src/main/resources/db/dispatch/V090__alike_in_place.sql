-- Duplicates ask as before, and now read of a busy grid only the cases that lie near enough: the place is looked at
-- in the index, before the row is fetched.
drop index city_case_alike;
create index city_case_alike on city_case (class_code, coalesce(duty_grid_code, ''), observed_at, lat, lon);
