/** What comes out of the measurements: ratios, slopes, goals, a table and JSON. */
@NullMarked
package org.fogg.benchmarks.report;

import org.jspecify.annotations.NullMarked;
