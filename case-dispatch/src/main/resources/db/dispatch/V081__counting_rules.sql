-- What a move counts as is read by people in CountingRules; the table was read by nobody else.
drop table figure_rule;
