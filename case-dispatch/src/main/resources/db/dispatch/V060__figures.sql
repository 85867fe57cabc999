-- Figures: counts by day, month and year for every object that is evaluated, folded out of the history a second after it
-- was written. The history says which transaction wrote a move, and until when the case was due after it.
alter table case_move
  add column due_at  timestamptz,                                       -- the deadline as it stands after the move
  add column xact    xid8  not null default '3';                        -- what was there before counts as written first
alter table case_move alter column xact set default pg_current_xact_id();
-- The fold asks: what was written since?
create index case_move_xact on case_move (xact);

-- Old moves did not say their deadline: the case's own is taken from its first dispatch on.
update case_move m set due_at = c.due_at
from city_case c
where c.id = m.case_id and c.due_at is not null
  and m.seq >= (select min(d.seq) from case_move d where d.case_id = m.case_id and d.action in ('FILE', 'DISPATCH'))
  and m.moved_at >= c.clock_started_at;

-- What is counted, of whom, in which span. Each row is a sum over cases; the rules of counting are in figure_rule.
create table figure (
  span                 text     not null,                               -- day, month or year
  starts               date     not null,                               -- its first day, in the town's zone
  kind                 text     not null,                               -- town, community, grid, cell, unit, collector, ...
  key                  text     not null,
  exempt               boolean  not null,                               -- cases left out of scores after an appeal
  reported             integer  not null default 0,                          -- cases that came in, self-handled ones apart
  collector_reported   integer  not null default 0,                          -- of these, by collectors
  valid                integer  not null default 0,                          -- collectors' reports of this day that were filed, whenever that was
  public_reported      integer  not null default 0,                          -- of the reported, by the public
  accepted             integer  not null default 0,
  accepted_on_time     integer  not null default 0,
  refused              integer  not null default 0,
  linked               integer  not null default 0,
  verify_sent          integer  not null default 0,                          -- verify tasks sent out
  verify_sent_on_time  integer  not null default 0,
  verified             integer  not null default 0,                          -- and answered
  verified_on_time     integer  not null default 0,
  missed               integer  not null default 0,                          -- true reports of the public
  filed                integer  not null default 0,
  filed_on_time        integer  not null default 0,
  voided               integer  not null default 0,                          -- of the cases filed on this day, those voided since
  dispatch_in          integer  not null default 0,                          -- came to the dispatcher
  dispatch_out         integer  not null default 0,                          -- left the dispatcher
  dispatched           integer  not null default 0,
  dispatched_on_time   integer  not null default 0,
  wrong_dispatch       integer  not null default 0,                          -- of the dispatches of this day, those sent back since
  handled              integer  not null default 0,                          -- results handed in for the first time
  handled_on_time      integer  not null default 0,                          -- of these, within the limit
  extended             integer  not null default 0,
  suspended            integer  not null default 0,
  returned             integer  not null default 0,
  passed_buck          integer  not null default 0,
  rejected             integer  not null default 0,
  rework               integer  not null default 0,                          -- cases that came back from a check for the first time
  rework_times         integer  not null default 0,                          -- every time
  rework_third         integer  not null default 0,                          -- every time from the third on
  check_sent           integer  not null default 0,
  check_sent_on_time   integer  not null default 0,
  checked              integer  not null default 0,
  checked_on_time      integer  not null default 0,
  closed               integer  not null default 0,
  closed_on_time       integer  not null default 0,                          -- of the closed, handled within the limit
  closing_on_time      integer  not null default 0,                          -- of the closed, closed within the stage's limit
  self_handled         integer  not null default 0,
  supervised           integer  not null default 0,
  due                  integer  not null default 0,                          -- deadlines that fall on this day
  due_handled          integer  not null default 0,                          -- of what was due by this day, what was handled: on the later of both days
  due_handled_on_time  integer  not null default 0,                          -- of these, within the limit
  due_closed           integer  not null default 0,                          -- of what was due by this day, what was closed: on the later of both days
  due_closed_on_time   integer  not null default 0,                          -- of these, handled within the limit
  due_suspended        integer  not null default 0,                          -- deadlines of this day of cases that are suspended now
  primary key (kind, span, starts, exempt, key)
) partition by list (span);
-- Rows of busy months and years are counted up again and again: room for that beside them.
create table figure_day   partition of figure for values in ('day')   with (fillfactor = 85);
create table figure_month partition of figure for values in ('month') with (fillfactor = 70);
create table figure_year  partition of figure for values in ('year')  with (fillfactor = 60);

-- How far the history has been folded: whatever this snapshot sees is counted, nothing else. Its one row is also the
-- latch: whoever has locked it folds.
create table figure_fold (
  one       boolean      primary key default true check (one),
  seen      text         not null,                                      -- a pg_snapshot
  folded_at timestamptz  not null
);
insert into figure_fold (seen, folded_at) values ('3:3:', now());

-- What a move counts as. A line reads: this action [from that state] counts as this measure -- each time or the first time
-- in a case (or from the third time on) -- where its stage or the handling limit was kept -- on the day of the act, or of
-- the report, filing or dispatch it belongs to -- for whom, besides the places.
create table figure_rule (
  action      text     not null,
  states      text     not null,                                        -- from>to, * for any
  measure     text     not null,
  times       text     not null check (times in ('each', 'first', 'third')),
  in_time     text     not null check (in_time in ('', 'stage', 'limit')),
  on_day      text     not null check (on_day in ('act', 'report', 'file', 'dispatch')),
  only_if     text     not null check (only_if in ('', 'public', 'opened by a collector')),
  unit        boolean  not null,                                        -- counts for the department
  collector   text     not null check (collector in ('', 'reporter', 'finder', 'tasked')),
  post        text     not null check (post in ('', 'doer', 'filer', 'sender')),
  primary key (action, states, measure)
);
insert into figure_rule values
--  action            states          measure                times    in time  on day      only if                  unit   collector   post
  ('REPORT',          '*',                  'reported',            'each',  '',      'act',      '',                      false, 'reporter', ''),
  ('REPORT',          '*',                  'collector_reported',  'each',  '',      'act',      '',                      false, 'reporter', ''),
  ('REGISTER',        '*',                  'reported',            'each',  '',      'act',      '',                      false, '',         ''),
  ('REGISTER',        '*',                  'public_reported',     'each',  '',      'act',      'public',                false, '',         ''),
  ('REOPEN',          'NONE>TO_FILE',       'reported',            'each',  '',      'act',      '',                      false, '',         ''),
  ('ACCEPT',          '*',                  'accepted',            'first', '',      'act',      '',                      false, '',         'doer'),
  ('ACCEPT',          '*',                  'accepted_on_time',    'first', 'stage', 'act',      '',                      false, '',         'doer'),
  ('REFUSE',          '*',                  'refused',             'each',  '',      'act',      '',                      false, '',         'doer'),
  ('REFUSE_FILING',   '*',                  'refused',             'each',  '',      'act',      '',                      false, '',         'doer'),
  ('LINK',            '*',                  'linked',              'each',  '',      'act',      '',                      false, '',         'doer'),
  ('SEND_VERIFY',     '*',                  'verify_sent',         'each',  '',      'act',      '',                      false, 'tasked',   'doer'),
  ('SEND_VERIFY',     '*',                  'verify_sent_on_time', 'each',  'stage', 'act',      '',                      false, '',         'doer'),
  ('VERIFY_TRUE',     '*',                  'verified',            'each',  '',      'act',      '',                      false, 'tasked',   ''),
  ('VERIFY_TRUE',     '*',                  'verified_on_time',    'each',  'stage', 'act',      '',                      false, 'tasked',   ''),
  ('VERIFY_FALSE',    '*',                  'verified',            'each',  '',      'act',      '',                      false, 'tasked',   ''),
  ('VERIFY_FALSE',    '*',                  'verified_on_time',    'each',  'stage', 'act',      '',                      false, 'tasked',   ''),
  ('VERIFY_TRUE',     '*',                  'missed',              'first', '',      'act',      'public',                false, 'tasked',   ''),
  ('FILE',            '*',                  'filed',               'first', '',      'act',      '',                      false, 'finder',   'doer'),
  ('FILE',            '*',                  'filed_on_time',       'first', 'stage', 'act',      '',                      false, '',         'doer'),
  ('FILE',            '*',                  'valid',               'first', '',      'report',   'opened by a collector', false, 'reporter', ''),
  ('FILE',            '*',                  'dispatch_in',         'each',  '',      'act',      '',                      false, '',         ''),
  ('DENY_VOID',       '*',                  'dispatch_in',         'each',  '',      'act',      '',                      false, '',         ''),
  ('GRANT_RETURN',    '*',                  'dispatch_in',         'each',  '',      'act',      '',                      false, '',         ''),
  ('DISPATCH',        '*',                  'dispatch_out',        'each',  '',      'act',      '',                      false, '',         ''),
  ('ASK_VOID',        '*',                  'dispatch_out',        'each',  '',      'act',      '',                      false, '',         ''),
  ('DISPATCH',        '*',                  'dispatched',          'each',  '',      'act',      '',                      true,  '',         'doer'),
  ('DISPATCH',        '*',                  'dispatched_on_time',  'each',  'stage', 'act',      '',                      false, '',         'doer'),
  ('GRANT_RETURN',    '*',                  'wrong_dispatch',      'each',  '',      'dispatch', '',                      false, '',         'sender'),
  ('GRANT_RETURN',    '*',                  'returned',            'each',  '',      'act',      '',                      true,  '',         ''),
  ('DENY_RETURN',     '*',                  'passed_buck',         'each',  '',      'act',      '',                      true,  '',         ''),
  ('GRANT_VOID',      '*',                  'voided',              'each',  '',      'file',     '',                      false, 'finder',   'filer'),
  ('HAND_IN',         '*',                  'handled',             'first', '',      'act',      '',                      true,  '',         ''),
  ('HAND_IN',         '*',                  'handled_on_time',     'first', 'limit', 'act',      '',                      true,  '',         ''),
  ('GRANT_EXTENSION', '*',                  'extended',            'first', '',      'act',      '',                      true,  '',         ''),
  ('GRANT_SUSPENSION','*',                  'suspended',           'first', '',      'act',      '',                      true,  '',         ''),
  ('REJECT_RESULT',   '*',                  'rejected',            'each',  '',      'act',      '',                      true,  '',         ''),
  ('SEND_CHECK',      '*',                  'check_sent',          'each',  '',      'act',      '',                      false, 'tasked',   'doer'),
  ('SEND_CHECK',      '*',                  'check_sent_on_time',  'each',  'stage', 'act',      '',                      false, '',         'doer'),
  ('CHECK_PASS',      '*',                  'checked',             'each',  '',      'act',      '',                      false, 'tasked',   ''),
  ('CHECK_PASS',      '*',                  'checked_on_time',     'each',  'stage', 'act',      '',                      false, 'tasked',   ''),
  ('CHECK_FAIL',      '*',                  'checked',             'each',  '',      'act',      '',                      false, 'tasked',   ''),
  ('CHECK_FAIL',      '*',                  'checked_on_time',     'each',  'stage', 'act',      '',                      false, 'tasked',   ''),
  ('CHECK_FAIL',      'CHECKING>HANDLING',  'rework',              'first', '',      'act',      '',                      true,  '',         ''),
  ('CHECK_FAIL',      'CHECKING>HANDLING',  'rework_times',        'each',  '',      'act',      '',                      true,  '',         ''),
  ('CHECK_FAIL',      'CHECKING>HANDLING',  'rework_third',        'third', '',      'act',      '',                      true,  '',         ''),
  ('CONFIRM_REWORK',  '*',                  'rework',              'first', '',      'act',      '',                      true,  '',         ''),
  ('CONFIRM_REWORK',  '*',                  'rework_times',        'each',  '',      'act',      '',                      true,  '',         ''),
  ('CONFIRM_REWORK',  '*',                  'rework_third',        'third', '',      'act',      '',                      true,  '',         ''),
  ('CLOSE',           '*',                  'closed',              'first', '',      'act',      '',                      true,  '',         'doer'),
  ('CLOSE',           '*',                  'closed_on_time',      'first', 'limit', 'act',      '',                      true,  '',         ''),
  ('CLOSE',           '*',                  'closing_on_time',     'first', 'stage', 'act',      '',                      false, '',         'doer'),
  ('ARCHIVE',         '*',                  'self_handled',        'first', '',      'act',      '',                      false, 'reporter', 'doer'),
  ('SUPERVISE',       '*',                  'supervised',          'each',  '',      'act',      '',                      true,  '',         '');

-- The history is the only source of figures now.
drop table daily_figure;

-- Figures open the cases they count: whose moves were they, in which stage did a case stand?
create index case_move_actor on case_move (actor, moved_at);
create index case_move_receiver on case_move (receiver, moved_at) where receiver is not null;
create index city_case_reporter on city_case (reporter, reported_at) where reporter is not null;
-- Deadlines by day, for what had to be handled or closed in a period.
create index city_case_due on city_case using brin (due_at);
