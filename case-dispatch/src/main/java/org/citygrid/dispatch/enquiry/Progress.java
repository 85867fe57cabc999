package org.citygrid.dispatch.enquiry;

import java.time.Instant;
import org.citygrid.dispatch.enquiry.flow.State;
import org.jspecify.annotations.Nullable;

/// Where an enquiry stands; moves change it. The names are columns of `enquiry`.
final class Progress {
  public State state = State.NONE;
  public int version;
  public Instant movedAt = Instant.EPOCH;
  public int limitDays;
  public Instant warnAt = Instant.EPOCH;
  public Instant dueAt = Instant.EPOCH;
  public @Nullable String unitCode;
  public @Nullable Instant replyDue;
  public @Nullable String answer;
  public @Nullable Instant answeredAt;
  public @Nullable String answeredBy;
  public @Nullable Instant closedAt;
  public boolean late;
  public int forwards;
  public int returns;
  public int reopened;
  public @Nullable String reportReceipt;
  public @Nullable Integer stars;
  public @Nullable Boolean satisfied;
  public @Nullable String ratingWords;
  public @Nullable Instant ratedAt;
}
