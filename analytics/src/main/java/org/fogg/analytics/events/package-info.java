/** Order events and ticks from Kafka, turned into documents. */
@NullMarked
package org.fogg.analytics.events;

import org.jspecify.annotations.NullMarked;
