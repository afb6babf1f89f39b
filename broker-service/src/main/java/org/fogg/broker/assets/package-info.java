/** What can be traded, and when: assets, clock and calendar. */
@NullMarked
package org.fogg.broker.assets;

import org.jspecify.annotations.NullMarked;
