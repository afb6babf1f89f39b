/** How every part of the world is. */
@NullMarked
package org.fogg.analytics.health;

import org.jspecify.annotations.NullMarked;
