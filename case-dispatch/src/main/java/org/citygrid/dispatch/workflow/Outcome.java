package org.citygrid.dispatch.workflow;

import java.util.List;
import java.util.Set;

/// What [Workflow#next] decides.
public sealed interface Outcome {

  /// The step is allowed; the caller stores it and carries out the effects.
  ///
  /// @param row the line of the table
  /// @param as the post the doer acts in
  /// @param holder the post whose turn is next
  record Transition(
      String row, State from, Action action, State to, Post as, Post holder, List<Effect> effects)
      implements Outcome {

    public boolean has(Effect effect) {
      return effects.contains(effect);
    }
  }

  /// The step is not allowed, and why.
  sealed interface Refusal extends Outcome {}

  /// The table has no such step here.
  record NotNow(State state, Action action) implements Refusal {}

  /// The step exists, but other posts take it.
  record NotYours(Set<Post> owners) implements Refusal {}

  /// The right post, but another department or collector holds the case.
  record NotHolder(Post post) implements Refusal {}

  /// Something that must be given is not there.
  record Missing(Set<Need> needs) implements Refusal {}

  /// A rule on the facts is broken.
  record Barred(Guard guard) implements Refusal {}
}
