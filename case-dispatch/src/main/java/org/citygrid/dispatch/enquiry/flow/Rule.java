package org.citygrid.dispatch.enquiry.flow;

import java.util.Set;
import org.citygrid.dispatch.workflow.Post;

/// One line of the [Flow]: from here, this act, by these posts, leads there.
public record Rule(State from, Act act, Set<Post> by, State to, Set<Need> needs) {
  public Rule {
    by = Set.copyOf(by);
    needs = Set.copyOf(needs);
  }
}
