/** Index templates and bulk writing to Elasticsearch. */
@NullMarked
package org.fogg.analytics.index;

import org.jspecify.annotations.NullMarked;
