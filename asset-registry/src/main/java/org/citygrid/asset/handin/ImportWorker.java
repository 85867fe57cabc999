package org.citygrid.asset.handin;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.citygrid.asset.AssetSettings;
import org.citygrid.asset.register.CodesExhausted;
import org.citygrid.asset.survey.SurveyCancelled;
import org.citygrid.asset.survey.SurveyImport;
import org.citygrid.asset.survey.SurveyRefused;
import org.citygrid.asset.survey.SurveyResult;
import org.citygrid.asset.survey.SurveyTerms;
import org.citygrid.asset.survey.SurveyUndo;
import org.citygrid.asset.survey.UndoRefused;
import org.citygrid.geofile.GeoFileReader;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.ProblemException;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs one job after the other, in one process of the installation at a time. Whoever runs one
/// holds a lock that dies with its connection: so a job that says it runs while nobody holds the
/// lock was left lying by a process that stopped.
@Component
@OnRole("registry")
final class ImportWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration TELL_EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SWEEP_EVERY = Duration.ofDays(1);

  private final JobTable jobs;
  private final Spool spool;
  private final Previews previews;
  private final LandHandIn land;
  private final SurveyImport surveys;
  private final SurveyUndo undo;
  private final TownClock clock;
  private final Duration keep;
  private final TransactionTemplate transaction;
  private final Semaphore wake = new Semaphore(0);
  private Instant nextSweep = Instant.MIN;
  private volatile @Nullable Thread thread;
  private volatile @Nullable JobProgress running;

  ImportWorker(
      JobTable jobs,
      Spool spool,
      Previews previews,
      LandHandIn land,
      SurveyImport surveys,
      SurveyUndo undo,
      TownClock clock,
      AssetSettings settings,
      PlatformTransactionManager transactions) {
    this.jobs = jobs;
    this.spool = spool;
    this.previews = previews;
    this.land = land;
    this.surveys = surveys;
    this.undo = undo;
    this.clock = clock;
    this.keep = settings.keepImports();
    this.transaction = new TransactionTemplate(transactions);
  }

  void wake() {
    wake.release();
  }

  @Override
  public void start() {
    Thread started = Thread.ofPlatform().name("imports").unstarted(this::workOn);
    thread = started;
    started.start();
  }

  @Override
  public void stop() {
    Thread working = thread;
    thread = null;
    if (working == null) {
      return;
    }
    JobProgress progress = running;
    if (progress != null) {
      progress.cancel();
      stopBackend(progress.backend());
    }
    working.interrupt();
    try {
      working.join(PATIENCE);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void workOn() {
    while (thread == Thread.currentThread()) {
      try {
        sweep();
        if (!workOnce()) {
          wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
          wake.drainPermits();
        }
      } catch (InterruptedException asked) {
        return;
      } catch (DataAccessException | TransactionException away) {
        LOG.debug("imports wait while the database is away: {}", away.getMessage());
        if (!rest()) {
          return;
        }
      }
    }
  }

  /// Once a day and at the start.
  private void sweep() {
    Instant now = clock.instant();
    if (now.isBefore(nextSweep)) {
      return;
    }
    nextSweep = now.plus(SWEEP_EVERY);
    int swept = spool.sweep(now.minus(keep));
    if (swept > 0) {
      LOG.info("{} files of imports older than {} days were deleted", swept, keep.toDays());
    }
  }

  private static boolean rest() {
    try {
      Thread.sleep(LOOK_EVERY);
      return true;
    } catch (InterruptedException asked) {
      return false;
    }
  }

  /// @return whether there was something to do
  private boolean workOnce() {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          if (!jobs.tryTakeTurn()) {
            return false;
          }
          return aside(() -> {
            int abandoned = jobs.failAbandoned(clock.instant());
            if (abandoned > 0) {
              LOG.warn(
                  "{} imports were interrupted by a stop; nothing of them is stored", abandoned);
            }
            Optional<ImportJob> next = jobs.listWaiting().stream().filter(spool::has).findFirst();
            next.ifPresent(this::run);
            return next.isPresent();
          });
        }));
  }

  /// The lock's transaction only holds the lock: what is done meanwhile commits for itself.
  private static <T> T aside(java.util.function.Supplier<T> doing) {
    List<T> done = new java.util.ArrayList<>(1);
    List<RuntimeException> failed = new java.util.ArrayList<>(1);
    Thread worker =
        Thread.ofPlatform()
            .name("import")
            .start(() -> {
              try {
                done.add(doing.get());
              } catch (RuntimeException broken) {
                failed.add(broken);
              }
            });
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException asked) {
        interrupted = true;
        worker.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
    return done.getFirst();
  }

  private void run(ImportJob job) {
    if (!jobs.begin(job.id(), null, clock.instant())) {
      return;
    }
    LOG.info("import {} of {} begins", job.id(), job.fileName());
    JobProgress progress = new JobProgress(job.id(), spool.rejectedFile(job));
    running = progress;
    Thread teller = Thread.ofVirtual().name("import-progress").start(() -> tell(progress));
    Outcome outcome;
    try {
      outcome = carryOut(job, progress);
    } finally {
      running = null;
      teller.interrupt();
      progress.close();
    }
    jobs.advanceLast(progress);
    jobs.finish(
        job.id(),
        outcome.status(),
        outcome.result(),
        outcome.problem(),
        outcome.survey(),
        clock.instant());
    LOG.info("import {} is {}", job.id(), outcome.status().word());
    spool.tidy(job);
    if (outcome.status() == JobStatus.DONE && job.kind() == ImportKind.COMPONENTS) {
      surveys.settle();
    }
  }

  record Outcome(
      JobStatus status,
      @Nullable JobResult result,
      @Nullable String problem,
      @Nullable Long survey) {}

  private Outcome carryOut(ImportJob job, JobProgress progress) {
    Instant start = clock.instant();
    try {
      return job.kind() == ImportKind.COMPONENTS
          ? takeComponents(job, progress)
          : land.take(job, progress, start);
    } catch (SurveyRefused refused) {
      return refusal(refused, start);
    } catch (UnreadableFile | CodesExhausted wrong) {
      return new Outcome(JobStatus.FAILED, null, sentence(wrong), null);
    } catch (ProblemException wrong) {
      return new Outcome(JobStatus.FAILED, null, wrong.problem().detail(), null);
    } catch (SurveyCancelled cancelled) {
      return cancelled();
    } catch (IOException | RuntimeException broken) {
      if (progress.isCancelled()) {
        return cancelled();
      }
      LOG.error("import {} failed", job.id(), broken);
      return new Outcome(
          JobStatus.FAILED,
          null,
          "Something went wrong on our side, so nothing was stored; the program's log tells more.",
          null);
    }
  }

  private Outcome cancelled() {
    return thread == null
        ? new Outcome(
            JobStatus.FAILED,
            null,
            "The program was stopped while it read this file; nothing was stored. Start the import again.",
            null)
        : new Outcome(JobStatus.CANCELLED, null, "Cancelled; nothing was stored.", null);
  }

  private Outcome refusal(SurveyRefused refused, Instant start) {
    double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    return new Outcome(
        JobStatus.REFUSED,
        new JobResult(0, 0, 0, 0, refused.count(), refused.first(), 0, seconds),
        refused.count() == 1
            ? "1 row is wrong, so nothing was stored; mend it, or take the good rows only."
            : "%d rows are wrong, so nothing was stored; mend them, or take the good rows only."
                .formatted(refused.count()),
        null);
  }

  private static String sentence(RuntimeException wrong) {
    String words = String.valueOf(wrong.getMessage());
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  private Outcome takeComponents(ImportJob job, JobProgress progress) throws IOException {
    JobSettings settings = job.settings();
    try (GeoFileReader reader = FileOpener.open(spool.file(job), job.fileName(), settings)) {
      long rows = reader.described().rows();
      progress.reading(reader::bytesRead, rows < 0 ? null : rows);
      SurveyResult result =
          surveys.take(
              new FileRows(reader, columns -> previews.rows(settings, columns)),
              new SurveyTerms(
                  FileOpener.datum(settings),
                  settings.isPartial(),
                  settings.isDryRun(),
                  settings.isComplete(),
                  job.by()),
              progress);
      return new Outcome(
          settings.isDryRun() ? JobStatus.CHECKED : JobStatus.DONE,
          new JobResult(
              result.inserted(),
              result.updated(),
              result.unchanged(),
              result.disappeared(),
              result.rejectedCount(),
              result.rejected(),
              result.outside(),
              result.seconds()),
          null,
          result.survey());
    }
  }

  private void tell(JobProgress progress) {
    try {
      while (true) {
        Thread.sleep(TELL_EVERY);
        if (!jobs.advance(progress)) {
          progress.cancel(); // somebody else's doing, perhaps in another process
          return;
        }
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException away) {
      LOG.debug("progress not told while the database is away: {}", away.getMessage());
    }
  }

  /// @return false when there is nothing to cancel
  boolean cancel(ImportJob job, String by) {
    if (!jobs.cancel(job.id(), by, clock.instant())) {
      return false;
    }
    JobProgress here = running;
    if (here != null && here.id() == job.id()) {
      here.cancel();
      stopBackend(here.backend());
    } else {
      stopBackend(job.backend());
    }
    return true;
  }

  private void stopBackend(@Nullable Integer backend) {
    if (backend != null) {
      jobs.stopBackend(backend);
    }
  }

  /// @throws ProblemException (409) when cards were changed since
  void undo(ImportJob job, String by) {
    try {
      undo.undo(java.util.Objects.requireNonNull(job.survey()), by);
    } catch (UndoRefused refused) {
      throw Problem.conflict(
              String.valueOf(refused.getMessage()), Map.of("status", job.status().word()))
          .asException();
    }
    jobs.undone(job.id());
  }

  ImportJob live(ImportJob job) {
    JobProgress here = running;
    return here != null && here.id() == job.id() && job.status() == JobStatus.RUNNING
        ? job.at(here.phaseWord(), here.rows(), here.bytes(), here.total())
        : job;
  }
}
