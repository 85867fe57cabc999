package org.citygrid.dispatch.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.citygrid.platform.message.Message;
import org.jspecify.annotations.Nullable;

/// All that a batch of acts leaves behind, to be stored in one transaction.
public final class Journal {
  final List<CaseFile> opened = new ArrayList<>();
  private final Set<UUID> openedIds = new HashSet<>();
  final Map<UUID, Changed> changed = new LinkedHashMap<>();
  final List<Move> moves = new ArrayList<>();
  final List<Message> messages = new ArrayList<>();
  final List<Asked> asked = new ArrayList<>();
  final List<Decided> decided = new ArrayList<>();
  final List<TaskSent> tasksSent = new ArrayList<>();
  final List<TaskDone> tasksDone = new ArrayList<>();
  final List<Supervised> supervised = new ArrayList<>();
  final Map<UUID, Integer> followers = new TreeMap<>();

  /// @param was the version that must still be stored for the change to hold
  /// @param laidBy the calendar by which the stored deadline must still be laid: whoever read a
  ///   case before its deadline was laid anew may not write the old one back
  record Changed(CaseFile file, int was, long laidBy) {}

  record Asked(
      UUID caseId,
      int askedSeq,
      String kind,
      Instant askedAt,
      String askedBy,
      @Nullable String opinion,
      @Nullable Instant until) {}

  record Decided(
      UUID caseId,
      int askedSeq,
      int decidedSeq,
      String decision,
      Instant decidedAt,
      String decidedBy) {}

  record TaskSent(
      UUID taskId,
      UUID caseId,
      int seq,
      String kind,
      @Nullable String collector,
      Instant sentAt,
      Instant dueAt) {}

  record TaskDone(UUID taskId, Instant doneAt, String outcome) {}

  record Supervised(
      UUID caseId, int seq, String byWhom, String opinion, @Nullable Instant replyDue) {}

  public boolean isEmpty() {
    return moves.isEmpty();
  }

  public int size() {
    return moves.size();
  }

  /// Notes that the case is about to change; a case opened in this very journal is stored whole.
  void touch(CaseFile file) {
    if (file.standing().version == 0) {
      opened.add(file);
      openedIds.add(file.id());
    } else if (!openedIds.contains(file.id())) {
      var s = file.standing();
      changed.putIfAbsent(file.id(), new Changed(file, s.version, s.calendarRevision));
    }
  }
}
