package org.citygrid.data.replay;

import java.util.List;
import org.citygrid.data.api.Api;
import org.citygrid.data.town.GeoJson;
import org.citygrid.data.town.Town;
import org.citygrid.data.town.TownMaker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The invented town under another city's requests: cells and duty grids over the ground they
/// cover.
final class ReplayTown {

  private static final int CELLS = 2_000;
  private static final int DUTY_GRIDS = 35;

  private final Town town;
  private final JsonMapper json;

  ReplayTown(Mapping mapping, Extent extent, JsonMapper json) {
    this.json = json;
    double step = Math.max(100, Math.ceil(Math.sqrt(extent.ground().getArea() / CELLS) / 10) * 10);
    this.town =
        TownMaker.cover(
            1,
            new TownMaker.Extract(
                mapping.division().code(),
                mapping.division().nameZh(),
                mapping.division().nameEn(),
                extent.origin(),
                extent.ground(),
                step,
                DUTY_GRIDS));
  }

  /// @param user who will register the requests; made in this division
  String setUp(Api admin, String user, String password) throws InterruptedException {
    var geoJson = new GeoJson(json);
    var towns = List.of(town);
    admin.post("/api/divisions/import", geoJson.divisions(towns)).orThrow("importing divisions");
    admin.post("/api/cells/import", geoJson.cells(towns)).orThrow("importing cells");
    admin
        .post("/api/grids/import", withoutCollectors(geoJson.dutyGrids(towns)))
        .orThrow("importing duty grids");
    ArrayNode users = json.createArrayNode();
    users
        .addObject()
        .put("userName", user)
        .put("displayName", "replay")
        .put("password", password)
        .put("divisionCode", town.plan().code())
        .putArray("roles")
        .add("ACCEPTOR");
    admin.post("/api/users/import", users).orThrow("making the user " + user);
    return "%,d cells, %d duty grids (synthetic) under division %s"
        .formatted(town.cells().size(), town.dutyGrids().size(), town.plan().code());
  }

  private static ObjectNode withoutCollectors(ObjectNode grids) {
    for (JsonNode feature : grids.path("features")) {
      ((ObjectNode) feature.path("properties")).remove("collector");
    }
    return grids;
  }
}
