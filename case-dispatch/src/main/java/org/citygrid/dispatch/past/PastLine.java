package org.citygrid.dispatch.past;

/// @param number of the line in what was sent, from 1
/// @param act what it says was done
public record PastLine<A>(int number, A act) {}
