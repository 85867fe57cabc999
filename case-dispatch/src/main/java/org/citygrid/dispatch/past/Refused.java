package org.citygrid.dispatch.past;

/// @param line its number in what was sent, from 1
public record Refused(int line, String reason) {}
