/** What all of the REST API shares: parameters, errors, headers. */
@NullMarked
package org.fogg.analytics.web;

import org.jspecify.annotations.NullMarked;
