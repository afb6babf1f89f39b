package org.fogg.core.owner;

import org.fogg.core.engine.ExecutionReport;

/**
 * An exchange's report.
 *
 * @param number counts the shard's reports at this exchange from 1; 0 when it has none
 */
public record NumberedReport(long number, ExecutionReport report) {}
