/** The latest trades, for those who watch. */
@NullMarked
package org.fogg.analytics.live;

import org.jspecify.annotations.NullMarked;
