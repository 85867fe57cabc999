-- Duplicates ask: what of this class was observed in this duty grid about then? Among millions of cases the place
-- alone finds what happened there in all the years.
create index city_case_alike on city_case (class_code, coalesce(duty_grid_code, ''), observed_at);
