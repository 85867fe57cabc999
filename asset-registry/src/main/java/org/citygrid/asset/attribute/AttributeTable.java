package org.citygrid.asset.attribute;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which attributes the components of a class may have.
@Repository
public class AttributeTable {
  private final JdbcClient jdbc;

  AttributeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Attributes read() {
    return new Attributes(
        jdbc.sql("select class_code, name, type, units, least, greatest from asset.class_attribute")
            .query((row, _) ->
                new Attribute(
                    row.getString("class_code"),
                    row.getString("name"),
                    row.getString("type").equals("number"),
                    List.of((String[]) row.getArray("units").getArray()),
                    row.getBigDecimal("least"),
                    row.getBigDecimal("greatest")))
            .list());
  }
}
