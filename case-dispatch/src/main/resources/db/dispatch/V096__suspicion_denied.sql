-- Somebody has said that it is not the matter it was suspected to repeat. Which matter that was stays in suspected_id
-- and in the facts of the move, so that nothing is lost when it was the same after all.
alter table city_case add column suspicion_denied boolean not null default false;
