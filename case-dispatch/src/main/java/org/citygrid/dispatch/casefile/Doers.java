package org.citygrid.dispatch.casefile;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;

/// The posts that a signed-in person's roles stand for.
public final class Doers {
  private Doers() {}

  public static Doer of(Actor actor) {
    return new Doer(actor.userName(), posts(actor.roles()), actor.unitCode());
  }

  private static Set<Post> posts(Set<Role> roles) {
    var posts = EnumSet.noneOf(Post.class);
    roles.forEach(role -> post(role).ifPresent(posts::add));
    return posts;
  }

  /// Empty for roles that never move a case.
  public static Optional<Post> post(Role role) {
    return switch (role) {
      case COLLECTOR -> Optional.of(Post.COLLECTOR);
      case ACCEPTOR -> Optional.of(Post.ACCEPTOR);
      case SHIFT_LEADER -> Optional.of(Post.SHIFT_LEADER);
      case DISPATCHER -> Optional.of(Post.DISPATCHER);
      case DEPARTMENT -> Optional.of(Post.DEPARTMENT);
      case WORKER -> Optional.of(Post.WORKER);
      case INSPECTOR -> Optional.of(Post.INSPECTOR);
      case EVALUATOR, ADMINISTRATOR -> Optional.empty();
    };
  }
}
