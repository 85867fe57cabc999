package org.citygrid.dispatch.enquiry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Done;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Entry;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Not;
import org.citygrid.dispatch.enquiry.EnquiryStore.Made;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.dispatch.past.PastLine;
import org.citygrid.dispatch.past.Refused;
import org.citygrid.dispatch.past.Taken;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.platform.identity.Account;
import org.citygrid.platform.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Carries out what was done about enquiries of the past by the rules of today: all of a chunk are
/// locked and read at once, moved in memory, and written at once.
@Component("pastOfEnquiries")
class Past {
  private final EnquiryStore store;
  private final EnquiryClerk clerk;
  private final Accounts accounts;

  Past(EnquiryStore store, EnquiryClerk clerk, Accounts accounts) {
    this.store = store;
    this.clerk = clerk;
    this.accounts = accounts;
  }

  /// @param waiting enquiries found unknown earlier in the same request: what follows about them
  ///   waits too, even if they have appeared meanwhile
  @Transactional
  public Taken carryOut(List<PastLine<PastAct>> lines, Set<UUID> waiting) {
    var ids =
        lines.stream().map(line -> requireNonNull(line.act().enquiryId())).distinct().toList();
    Map<UUID, Enquiry> files = new HashMap<>();
    store.lockAll(ids).forEach(file -> files.put(file.id(), file));
    var made = store.made(files.keySet());
    List<Entry> entries = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    Set<UUID> unknown = new LinkedHashSet<>();
    int known = 0;
    for (var line : lines) {
      var act = line.act();
      var id = requireNonNull(act.enquiryId());
      var file = files.get(id);
      if (file == null || waiting.contains(id)) {
        unknown.add(id);
      } else if (isKnown(act, file, made)) {
        known++;
      } else {
        var reason = take(file, act, entries);
        if (reason != null) {
          refused.add(new Refused(line.number(), reason));
        }
      }
    }
    if (!entries.isEmpty() && !store.store(entries)) {
      throw new IllegalStateException("an enquiry was moved although it was locked");
    }
    return new Taken(entries.size(), known, refused, unknown);
  }

  private static boolean isKnown(PastAct act, Enquiry file, Set<Made> made) {
    Instant at = requireNonNull(act.at()).truncatedTo(ChronoUnit.MICROS);
    return act.isRating()
        ? at.equals(file.progress().ratedAt)
        : made.contains(new Made(file.id(), requireNonNull(act.action()), at));
  }

  private @Nullable String take(Enquiry file, PastAct past, List<Entry> entries) {
    if (requireNonNull(past.at()).isBefore(file.progress().movedAt)) {
      return "earlier than the enquiry's last step";
    }
    if (past.isRating()) {
      return rate(file, past, entries);
    }
    return switch (clerk.take(file, order(past))) {
      case Done(var entry) -> {
        entries.add(entry);
        yield null;
      }
      case Not(var why) -> why.toString();
    };
  }

  private @Nullable String rate(Enquiry file, PastAct past, List<Entry> entries) {
    if (file.progress().answeredAt == null) {
      return "there is no answer to rate";
    }
    var entry = clerk.rate(file, Said.rated(past));
    if (entry == null) {
      return "it was rated before";
    }
    entries.add(entry);
    return null;
  }

  private Order order(PastAct past) {
    var post = Post.valueOf(requireNonNull(past.role()).toUpperCase(Locale.ROOT));
    var actor = requireNonNull(past.actor());
    var own = post == Post.DEPARTMENT ? unit(actor, past) : null;
    return new Order(
        Act.valueOf(requireNonNull(past.action())),
        new Doer(actor, Set.of(post), own),
        requireNonNull(past.at()),
        past.answer(),
        past.opinion(),
        past.unitCode(),
        past.until(),
        past.reportReceipt());
  }

  private @Nullable String unit(String actor, PastAct past) {
    return accounts.findAccount(actor).map(Account::unitCode).orElse(past.unitCode());
  }
}
