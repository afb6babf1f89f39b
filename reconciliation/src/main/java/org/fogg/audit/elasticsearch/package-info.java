/** Reads documents from Elasticsearch, over plain HTTP. */
@NullMarked
package org.fogg.audit.elasticsearch;

import org.jspecify.annotations.NullMarked;
