/** What the broker says about itself on its management port. */
@NullMarked
package org.fogg.broker.health;

import org.jspecify.annotations.NullMarked;
