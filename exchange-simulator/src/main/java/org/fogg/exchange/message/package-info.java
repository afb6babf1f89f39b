/** The messages between brokers and exchanges and the records of an exchange's journal. */
@NullMarked
package org.fogg.exchange.message;

import org.jspecify.annotations.NullMarked;
