package org.citygrid.geo;

/// What a [Transform] could do about the difference between two datums.
public enum DatumShift {
  /// Both sides count as one datum (WGS-84 and CGCS2000 agree within centimetres), or the
  /// parameters were given: the result is good to a few centimetres.
  KNOWN,

  /// Latitude and longitude were taken over unchanged because no shift is published. Between Xian
  /// 80 or Beijing 54 and CGCS2000 the result may be 50 to 150 m off on the ground; shapes and
  /// distances are right. Whoever shows such data must say so, until the town's own parameters are
  /// entered.
  UNKNOWN
}
