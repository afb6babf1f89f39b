/** What other georegions tell of their traders, read from their topics of order events. */
@NullMarked
package org.fogg.broker.portfolio.kafka;

import org.jspecify.annotations.NullMarked;
