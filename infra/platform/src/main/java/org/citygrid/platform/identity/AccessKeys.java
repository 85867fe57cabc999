package org.citygrid.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sessions of browsers and tokens of programs are one thing: a secret of 256 random bits whose
/// hash is kept with a person and an end. They outlive a restart, and every process of an
/// installation knows them.
final class AccessKeys {
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<ByteBuffer, Optional<Holder>> recent =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofSeconds(5)).build();

  AccessKeys(JdbcClient jdbc, Accounts accounts, InstantSource clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  enum Kind {
    SESSION,
    TOKEN
  }

  /// @param secret what the caller keeps; shown once
  record Issued(UUID id, String secret, Instant expiresAt) {}

  private record Holder(String userName, Instant expiresAt) {}

  Issued issue(Kind kind, String userName, @Nullable String name, Duration life) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    Instant now = clock.instant();
    Issued issued = new Issued(UUID.randomUUID(), secret, now.plus(life));
    jdbc.sql(
            """
            insert into platform.access_key (hash, id, kind, name, user_name, created_at, expires_at)
            values (:hash, :id, :kind, :name, :user, :now, :end)
            """)
        .param("hash", hash(secret))
        .param("id", issued.id())
        .param("kind", kind.name())
        .param("name", name)
        .param("user", userName)
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(issued.expiresAt()))
        .update();
    return issued;
  }

  /// The actor behind a secret; empty when it is unknown, revoked or over, or its account is
  /// switched off.
  Optional<Actor> findActor(String secret) {
    ByteBuffer hash = ByteBuffer.wrap(hash(secret));
    return recent
        .get(hash, this::read)
        .filter(holder -> clock.instant().isBefore(holder.expiresAt()))
        .flatMap(holder -> accounts.findAccount(holder.userName()))
        .filter(Account::active)
        .map(Account::asActor);
  }

  void revoke(String secret) {
    byte[] hash = hash(secret);
    recent.invalidate(ByteBuffer.wrap(hash));
    jdbc.sql("delete from platform.access_key where hash = :hash").param("hash", hash).update();
  }

  /// @return false when this person has no such token
  boolean revoke(UUID id, String userName) {
    recent.invalidateAll();
    return jdbc.sql("delete from platform.access_key where id = :id and user_name = :user")
            .param("id", id)
            .param("user", userName)
            .update()
        == 1;
  }

  private Optional<Holder> read(ByteBuffer hash) {
    return jdbc.sql("select user_name, expires_at from platform.access_key where hash = :hash")
        .param("hash", hash.array())
        .query((row, n) ->
            new Holder(row.getString("user_name"), row.getTimestamp("expires_at").toInstant()))
        .optional();
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
