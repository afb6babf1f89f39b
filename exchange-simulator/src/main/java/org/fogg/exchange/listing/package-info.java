/** Which exchanges and stocks there are, and telling the brokers. */
@NullMarked
package org.fogg.exchange.listing;

import org.jspecify.annotations.NullMarked;
