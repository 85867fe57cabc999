package org.citygrid.dispatch.enquiry.flow;

import java.util.Set;
import org.citygrid.dispatch.workflow.Post;

/// What the [Flow] says to an act.
public sealed interface Decision {
  /// @param as the post it is done in
  record Allowed(Rule rule, Post as) implements Decision {}

  /// The act is refused, and why.
  sealed interface Refused extends Decision {}

  /// The table has no such line here.
  record NotNow(State state, Act act) implements Refused {}

  /// There is such a line, for other posts.
  record NotYours(Set<Post> owners) implements Refused {}

  /// The right post, but another unit has the enquiry.
  record NotHolder() implements Refused {}

  record Missing(Set<Need> needs) implements Refused {}
}
