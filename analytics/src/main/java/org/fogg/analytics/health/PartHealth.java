package org.fogg.analytics.health;

/**
 * How a part is.
 *
 * @param name the part
 * @param healthy whether it answers and says that it is well
 * @param detail one line for people
 */
public record PartHealth(String name, boolean healthy, String detail) {}
