package org.citygrid.asset.register;

import java.util.List;
import java.util.Optional;
import org.citygrid.asset.ClassCode;
import org.citygrid.asset.ComponentCode;
import org.citygrid.asset.IdentityCard;
import org.citygrid.asset.Nearby;
import org.citygrid.asset.Register;
import org.citygrid.geo.LonLat;
import org.citygrid.geo.MapDatum;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.role.OnRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows identity cards, and which components stand near a place.
@RestController
@OnRole("registry")
final class ComponentController {
  private static final int MOST_NEIGHBOURS = 100;

  private final Register register;

  ComponentController(Register register) {
    this.register = register;
  }

  record NearbyList(List<Nearby> items) {}

  /// Who kept the card is told to those who are signed in.
  @GetMapping("/api/components/{code}")
  ResponseEntity<IdentityCard> card(@PathVariable String code, @Nullable Actor actor) {
    IdentityCard card =
        ComponentCode.find(code)
            .flatMap(known -> register.findCard(known.value()))
            .orElseThrow(() -> Problem.notFound().asException());
    return ResponseEntity.ok()
        .eTag("\"" + card.version() + "\"")
        .body(actor == null ? card.withoutKeepers() : card);
  }

  /// @param crs `wgs84` (the default), `gcj02` or `bd09`; answers are always in CGCS2000
  @GetMapping("/api/components/nearest")
  NearbyList nearest(
      @RequestParam double lon,
      @RequestParam double lat,
      @RequestParam(name = "class", required = false) @Nullable String classCode,
      @RequestParam(defaultValue = "10") int limit,
      @RequestParam(defaultValue = "wgs84") String crs) {
    Optional<MapDatum> datum = MapDatum.find(crs);
    var wrong = new Violations();
    wrong.require(lon >= -180 && lon <= 180, "lon", "must be within -180 and 180 degrees");
    wrong.require(lat >= -90 && lat <= 90, "lat", "must be within -90 and 90 degrees");
    wrong.require(
        classCode == null || ClassCode.isClassCode(classCode), "class", "must be four digits");
    wrong.require(limit >= 1 && limit <= MOST_NEIGHBOURS, "limit", "must be 1 to 100");
    wrong.require(datum.isPresent(), "crs", "must be wgs84, gcj02 or bd09");
    wrong.throwIfAny();

    LonLat place = datum.orElseThrow().toWgs84(new LonLat(lon, lat));
    return new NearbyList(register.listNearest(place.lon(), place.lat(), classCode, limit));
  }
}
