package org.citygrid.asset.edit;

import org.jspecify.annotations.Nullable;

/// A card as it lies in the table, locked for whoever is about to change it.
record StoredCard(String code, int version, @Nullable String divisionCode, CardDraft fields) {
  String location() {
    CardDraft.Place place = fields.place;
    if (place == null) {
      throw new IllegalStateException("component " + code + " has no location");
    }
    return place.geometry();
  }
}
