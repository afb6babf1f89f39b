/** What this georegion's exchanges list and which prices they publish. */
@NullMarked
package org.fogg.broker.market;

import org.jspecify.annotations.NullMarked;
