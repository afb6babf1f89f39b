/** Faults on request, for tests. */
@NullMarked
package org.fogg.exchange.fault;

import org.jspecify.annotations.NullMarked;
