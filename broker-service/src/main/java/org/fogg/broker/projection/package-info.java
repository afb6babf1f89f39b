/** The tables that clients read: repeatable projections of the journal. */
@NullMarked
package org.fogg.broker.projection;

import org.jspecify.annotations.NullMarked;
