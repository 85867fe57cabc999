-- GIS programs ask for the cells in a box of degrees; tiles have an index of their own, in map metres.
create index cell_boundary on cell using gist (boundary);
