package org.fogg.analytics.places;

/**
 * A point on the earth.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
public record Place(double latitude, double longitude) {}
