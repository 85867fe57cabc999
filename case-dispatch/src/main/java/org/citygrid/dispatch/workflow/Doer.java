package org.citygrid.dispatch.workflow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who acts: a person with the posts they hold, and the department they belong to if any.
public record Doer(String userName, Set<Post> posts, @Nullable String unitCode) {

  /// Timers and automatic doors.
  public static final Doer SYSTEM = new Doer("system", Set.of(Post.SYSTEM), null);

  public Doer {
    posts = Set.copyOf(posts);
  }
}
