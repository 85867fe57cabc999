package org.citygrid.asset;

import org.springframework.jdbc.core.simple.JdbcClient;

/// An empty register with two units, and a lamp put into it.
final class ARegisterOfLamps {
  private ARegisterOfLamps() {}

  static void clear(JdbcClient jdbc, int port) {
    jdbc.sql(
            """
            truncate asset.component, asset.component_version, asset.component_count,
              asset.code_block, asset.component_change, asset.component_proposal
            """)
        .update();
    Caller.administrator(port)
        .post(
            "/api/units/import",
            "application/json",
            """
            [{"code": "lighting", "name": {"zh": "路灯管理所", "en": "Street Lighting"},
              "kind": "DEPARTMENT", "divisionCode": "440605125"},
             {"code": "roads", "name": {"zh": "市政所", "en": "Roads"},
              "kind": "DEPARTMENT", "divisionCode": "440605125"}]
            """);
  }

  /// @return its code
  static String aLamp(int port) {
    return Caller.administrator(port)
        .postJson(
            "/api/components",
            """
            {"classCode": "0137", "ownerUnit": "lighting", "lon": 113.1015, "lat": 23.1015,
             "spec": "LED 120 W", "since": "2020-01-01",
             "dimensions": [{"name": "height", "value": 9, "unit": "m"}]}
            """)
        .json()
        .path("code")
        .stringValue();
  }
}
