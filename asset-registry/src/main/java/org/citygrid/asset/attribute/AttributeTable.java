package org.citygrid.asset.attribute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.citygrid.asset.AssetSettings;
import org.citygrid.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which attributes the components of a class may have, in the town's edition.
@Repository
public class AttributeTable {
  private final JdbcClient jdbc;
  private final String edition;

  AttributeTable(JdbcClient jdbc, AssetSettings settings) {
    this.jdbc = jdbc;
    this.edition = settings.edition();
  }

  public Attributes read() {
    return new Attributes(
        jdbc.sql(
                """
                select * from asset.class_attribute
                where edition in ('*', :edition)
                order by class_code, ordinal, name
                """)
            .param("edition", edition)
            .query((row, _) -> toAttribute(row))
            .list());
  }

  private static Attribute toAttribute(ResultSet row) throws SQLException {
    return new Attribute(
        row.getString("class_code"),
        row.getString("name"),
        new LocalText(row.getString("name_zh"), row.getString("name_en")),
        Attribute.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
        List.of((String[]) row.getArray("units").getArray()),
        row.getBigDecimal("least"),
        row.getBigDecimal("greatest"),
        List.of((String[]) row.getArray("choices").getArray()),
        row.getString("source"));
  }
}
