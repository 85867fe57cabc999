package org.citygrid.asset.survey;

import org.citygrid.geo.MapDatum;

/// How a survey is to be taken.
///
/// @param datum of its degrees
/// @param partial take the good rows even if others are refused
/// @param dryRun judge and count all, store nothing
/// @param complete it is the whole of the classes and divisions that it covers: what it lacks is
///   lost
/// @param userName in whose name cards change
public record SurveyTerms(
    MapDatum datum, boolean partial, boolean dryRun, boolean complete, String userName) {}
