package org.fogg.audit.table;

/** A row of the table shard_marks. */
public record ShardMarksRow(int shard, long projected, long published) {}
