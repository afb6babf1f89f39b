package org.fogg.analytics.trends;

/** Percentiles of a latency, microseconds. */
record Percentiles(double p50, double p90, double p99) {}
