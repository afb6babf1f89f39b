/** Talks to the exchanges: executing, settling what is unknown, logging on. */
@NullMarked
package org.fogg.broker.exchange;

import org.jspecify.annotations.NullMarked;
