/** The analytics service: what happened on Fogg, made searchable in Elasticsearch. */
@NullMarked
package org.fogg.analytics;

import org.jspecify.annotations.NullMarked;
