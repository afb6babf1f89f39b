/** How far behind the service is. */
@NullMarked
package org.fogg.analytics.metrics;

import org.jspecify.annotations.NullMarked;
