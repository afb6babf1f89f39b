/** What the hosted exchanges list, and telling the brokers. */
@NullMarked
package org.fogg.exchange.listing;

import org.jspecify.annotations.NullMarked;
