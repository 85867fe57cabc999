package org.citygrid.asset.census;

import java.time.Duration;
import java.time.Instant;

/// When the counts were taken, and of which revision of the register.
record Taken(long revision, Instant at, Duration took) {}
