package org.citygrid.platform.text;

/// The same words in Chinese and in English.
public record LocalText(String zh, String en) {}
