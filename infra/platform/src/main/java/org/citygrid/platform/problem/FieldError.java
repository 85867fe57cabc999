package org.citygrid.platform.problem;

/// One wrong field of a request.
///
/// @param field path as the sender wrote it, such as `location.lon` or `photos[2]`
/// @param message what it must be, in plain words
public record FieldError(String field, String message) {}
