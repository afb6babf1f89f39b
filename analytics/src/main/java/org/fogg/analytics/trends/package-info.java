/** What the documents say: trends, latency and its cost, each by one aggregation. */
@NullMarked
package org.fogg.analytics.trends;

import org.jspecify.annotations.NullMarked;
