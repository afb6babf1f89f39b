/**
 * The exchanges' own journals: each sound in itself, and their fills equal to the brokers' trades.
 */
@NullMarked
package org.fogg.audit.exchange;

import org.jspecify.annotations.NullMarked;
