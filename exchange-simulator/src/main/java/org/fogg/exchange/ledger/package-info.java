/** What an exchange has decided: pure, without clock, thread or input and output. */
@NullMarked
package org.fogg.exchange.ledger;

import org.jspecify.annotations.NullMarked;
