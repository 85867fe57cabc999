package org.citygrid.asset.handin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A handed-in file and what became of it.
///
/// @param bytes of the file as it was sent, unpacked where it came as gzip
/// @param rowsTotal null when only reading to the end would tell
/// @param problem one sentence for a person
/// @param canUndo whether what this import did may still be taken back, as far as one can see from
///   here
record ImportJob(
    long id,
    ImportKind kind,
    String fileName,
    @JsonIgnore String storedAs,
    long bytes,
    JobStatus status,
    @Nullable String phase,
    long rowsRead,
    @Nullable Long rowsTotal,
    long bytesRead,
    String by,
    Instant receivedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    JobSettings settings,
    @Nullable JobResult result,
    @Nullable String problem,
    @JsonIgnore @Nullable Integer backend,
    @JsonIgnore @Nullable Long survey,
    boolean canUndo) {

  /// The same job, further on.
  ImportJob at(String nowIn, long rows, long bytesSoFar, @Nullable Long total) {
    return new ImportJob(
        id,
        kind,
        fileName,
        storedAs,
        bytes,
        status,
        nowIn,
        rows,
        total == null ? rowsTotal : total,
        bytesSoFar,
        by,
        receivedAt,
        startedAt,
        finishedAt,
        settings,
        result,
        problem,
        backend,
        survey,
        canUndo);
  }
}
