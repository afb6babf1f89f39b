/** A set of exchanges in one process: starting them, configuring them, putting them together. */
@NullMarked
package org.fogg.exchange;

import org.jspecify.annotations.NullMarked;
