package org.fogg.analytics.index;

import java.util.Map;

/**
 * One document to index.
 *
 * @param index the index, named by kind and day
 * @param id the id, computed from the event, so that a replay writes the same document
 * @param source the fields
 */
public record Document(String index, String id, Map<String, Object> source) {}
